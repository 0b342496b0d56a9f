// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CGLPK_INTERNAL_H
#define CGLPK_INTERNAL_H

#include <glpk.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "cglpk.h"

struct cglpk_problem {
  glp_prob *body;
  /// Serial number of the thread that made it.
  uint64_t owner;
  /// Environment of that thread it was made in.
  uint64_t generation;
};

/// Runs `body(context)` so that neither an error of the library nor a stop request gets past.
///
/// On a fault or interruption, memory that `body` took with malloc must be reachable through
/// `context`: frames below the guard are gone.
/// `keep` says whether an interrupted call keeps the thread's environment (warm problems do).
cglpk_outcome cglpk_guard(
  void (*body)(void *context), void *context, const cglpk_watch *watch, bool keep,
  cglpk_fault *fault);

/// Serial number of this thread, never reused.
uint64_t cglpk_thread(void);

/// Asks the watch of the running call whether to stop; called from C callbacks of the library.
bool cglpk_ask(const cglpk_progress *progress);

/// Copies what the library last said on this thread.
void cglpk_words(cglpk_fault *fault);

/// Loads a program into an empty problem. `rows` and `columns` are scratch for the triplets, one
/// more than there are nonzeros.
void cglpk_load(glp_prob *problem, const cglpk_program *program, int *rows, int *columns);

/// Kind of bounds that a pair of possibly infinite limits makes.
int cglpk_bound_kind(double lower, double upper);

void cglpk_apply_basis(glp_prob *problem, const uint8_t *rows, const uint8_t *columns);
void cglpk_read_basis(glp_prob *problem, uint8_t *rows, uint8_t *columns);
void cglpk_cold_basis(glp_prob *problem);

/// Runs simplex with the options and fills the answer but for certificates.
void cglpk_run_simplex(glp_prob *problem, const cglpk_options *options, cglpk_answer *answer);

/// Copies values, duals, basis and statuses of a basic solution into the answer.
void cglpk_read_basic(glp_prob *problem, cglpk_answer *answer);

/// Fills the ray or the proof of an answer, where the final basis has one.
void cglpk_read_certificate(glp_prob *problem, cglpk_answer *answer, double *scratch);

/// Fills the error measures of a solution (basic, interior or integer).
void cglpk_read_kkt(glp_prob *problem, int kind, cglpk_answer *answer);

#endif
