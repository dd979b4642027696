#include "backend/Operations.h"
