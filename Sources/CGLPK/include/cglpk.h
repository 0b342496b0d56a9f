// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CGLPK_H
#define CGLPK_H
/// Version of the GLPK library that is linked, for example "5.0".
const char *cglpk_version(void);
#endif
