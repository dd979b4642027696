#include "backend/Maker.h"
