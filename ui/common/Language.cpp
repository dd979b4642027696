#include "common/Language.h"
