#include "library/Fetch.h"
