// SPDX-License-Identifier: GPL-3.0-or-later
#include "cglpk.h"
#include <glpk.h>
const char *cglpk_version(void) { return glp_version(); }
