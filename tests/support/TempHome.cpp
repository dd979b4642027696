#include "support/TempHome.h"
