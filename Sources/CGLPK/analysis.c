// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a final basis tells beyond its values: certificates, error measures, ranges.
#include <float.h>
#include <string.h>

#include "internal.h"

/// +1 above its upper bound, -1 below its lower bound, 0 within the library's tolerance.
static int side(int kind, double lower, double upper, double value) {
  double tolerance = 1e-7;
  bool has_lower = kind == GLP_LO || kind == GLP_DB || kind == GLP_FX;
  bool has_upper = kind == GLP_UP || kind == GLP_DB || kind == GLP_FX;
  if (has_lower && value < lower - tolerance * (1 + fabs(lower))) return -1;
  if (has_upper && value > upper + tolerance * (1 + fabs(upper))) return +1;
  return 0;
}

/// Derivative, in the scaled space where the library sums infeasibilities, of the infeasibility
/// of a variable with respect to its value.
static double weight(glp_prob *problem, int place) {
  int rows = glp_get_num_rows(problem);
  if (place <= rows) {
    return glp_get_rii(problem, place)
      * side(
             glp_get_row_type(problem, place), glp_get_row_lb(problem, place),
             glp_get_row_ub(problem, place), glp_get_row_prim(problem, place));
  }
  int column = place - rows;
  return side(
           glp_get_col_type(problem, column), glp_get_col_lb(problem, column),
           glp_get_col_ub(problem, column), glp_get_col_prim(problem, column))
    / glp_get_sjj(problem, column);
}

/// Multipliers from the basic variables that break their bounds: of all of them at the end of
/// primal simplex (the least sum of infeasibilities), of one at the end of dual simplex.
static void read_proof(glp_prob *problem, cglpk_answer *answer, double *scratch) {
  int rows = glp_get_num_rows(problem);
  if (rows == 0 || (!glp_bf_exists(problem) && glp_factorize(problem) != 0)) return;
  int culprit = glp_get_unbnd_ray(problem);
  bool single = false;
  if (culprit > 0) {
    single = culprit <= rows ? glp_get_row_stat(problem, culprit) == GLP_BS
                             : glp_get_col_stat(problem, culprit - rows) == GLP_BS;
  }
  for (int position = 1; position <= rows; position++) {
    int place = glp_get_bhead(problem, position);
    scratch[position] = single && place != culprit ? 0 : weight(problem, place);
  }
  glp_btran(problem, scratch);
  for (int row = 0; row < rows; row++) answer->proof[row] = -scratch[row + 1];
  answer->has_proof = 1;
}

static void read_ray(glp_prob *problem, cglpk_answer *answer) {
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  int place = glp_get_unbnd_ray(problem);
  if (place == 0) return;
  if (!glp_bf_exists(problem) && rows > 0 && glp_factorize(problem) != 0) return;
  bool basic = place <= rows ? glp_get_row_stat(problem, place) == GLP_BS
                             : glp_get_col_stat(problem, place - rows) == GLP_BS;
  if (basic) return;
  double cost = place <= rows ? glp_get_row_dual(problem, place)
                              : glp_get_col_dual(problem, place - rows);
  double direction = (cost < 0) == (glp_get_obj_dir(problem) == GLP_MIN) ? 1 : -1;
  memset(answer->ray, 0, (size_t)columns * sizeof *answer->ray);
  if (place > rows) answer->ray[place - rows - 1] = direction;
  if (rows > 0 && glp_get_num_nz(problem) > 0) {
    // A library array, so that a fault in the next call frees it with the environment.
    int *index = glp_calloc(1 + rows, sizeof *index);
    double *value = glp_calloc(1 + rows, sizeof *value);
    int count = glp_eval_tab_col(problem, place, index, value);
    for (int entry = 1; entry <= count; entry++) {
      if (index[entry] > rows) answer->ray[index[entry] - rows - 1] = direction * value[entry];
    }
    glp_free(index);
    glp_free(value);
  }
  answer->has_ray = 1;
}

void cglpk_read_certificate(glp_prob *problem, cglpk_answer *answer, double *scratch) {
  if (answer->code != 0) return;
  if (answer->primal_status == GLP_NOFEAS && answer->proof != NULL && scratch != NULL) {
    read_proof(problem, answer, scratch);
  }
  if (
    answer->primal_status == GLP_FEAS && answer->dual_status == GLP_NOFEAS
    && answer->ray != NULL) {
    read_ray(problem, answer);
  }
}

static cglpk_kkt_measure measure(glp_prob *problem, int kind, int condition) {
  cglpk_kkt_measure result;
  int absolute_at = 0, relative_at = 0;
  glp_check_kkt(
    problem, kind, condition, &result.absolute, &absolute_at, &result.relative, &relative_at);
  result.absolute_at = absolute_at - 1;
  result.relative_at = relative_at - 1;
  return result;
}

void cglpk_read_kkt(glp_prob *problem, int kind, cglpk_answer *answer) {
  answer->kkt.primal_equalities = measure(problem, kind, GLP_KKT_PE);
  answer->kkt.primal_bounds = measure(problem, kind, GLP_KKT_PB);
  if (kind != GLP_MIP) {
    answer->kkt.dual_equalities = measure(problem, kind, GLP_KKT_DE);
    answer->kkt.dual_bounds = measure(problem, kind, GLP_KKT_DB);
  } else {
    memset(&answer->kkt.dual_equalities, 0, sizeof answer->kkt.dual_equalities);
    memset(&answer->kkt.dual_bounds, 0, sizeof answer->kkt.dual_bounds);
  }
  answer->has_kkt = 1;
}

static double finite_or_infinite(double value) {
  if (value >= DBL_MAX) return INFINITY;
  if (value <= -DBL_MAX) return -INFINITY;
  return value;
}

typedef struct range_task {
  glp_prob *problem;
  int32_t count;
  const int32_t *places;
  cglpk_range *ranges;
} range_task;

/// Objective when the active bound of a non-basic variable is moved to `limit`.
static double moved(glp_prob *problem, int place, double limit) {
  if (isinf(limit)) return NAN;
  int rows = glp_get_num_rows(problem);
  double value = place <= rows ? glp_get_row_prim(problem, place)
                               : glp_get_col_prim(problem, place - rows);
  double dual = place <= rows ? glp_get_row_dual(problem, place)
                              : glp_get_col_dual(problem, place - rows);
  return glp_get_obj_val(problem) + dual * (limit - value);
}

static void read_ranges(void *context) {
  range_task *task = context;
  glp_prob *problem = task->problem;
  int rows = glp_get_num_rows(problem);
  if (!glp_bf_exists(problem) && rows > 0) glp_factorize(problem);
  for (int32_t position = 0; position < task->count; position++) {
    int place = task->places[position] + 1;
    cglpk_range *range = &task->ranges[position];
    int status = place <= rows ? glp_get_row_stat(problem, place)
                               : glp_get_col_stat(problem, place - rows);
    double lower, upper, lower_objective, upper_objective;
    int lower_limiter = 0, upper_limiter = 0;
    range->basic = status == GLP_BS;
    if (range->basic) {
      glp_analyze_coef(
        problem, place, &lower, &lower_limiter, &lower_objective, &upper, &upper_limiter,
        &upper_objective);
      // The library gives the value of the variable after the change; the caller has use for
      // the coefficients only.
      range->lower_objective = NAN;
      range->upper_objective = NAN;
      range->lower = finite_or_infinite(lower);
      range->upper = finite_or_infinite(upper);
    } else {
      glp_analyze_bound(problem, place, &lower, &lower_limiter, &upper, &upper_limiter);
      range->lower = finite_or_infinite(lower);
      range->upper = finite_or_infinite(upper);
      range->lower_objective = moved(problem, place, range->lower);
      range->upper_objective = moved(problem, place, range->upper);
    }
    range->lower_limiter = lower_limiter - 1;
    range->upper_limiter = upper_limiter - 1;
  }
}

cglpk_outcome cglpk_ranges(
  cglpk_problem *problem, int32_t count, const int32_t *places, cglpk_range *ranges,
  cglpk_fault *fault) {
  cglpk_outcome usable = cglpk_check(problem);
  if (usable != CGLPK_OK) return usable;
  range_task task = {problem->body, count, places, ranges};
  return cglpk_guard(read_ranges, &task, NULL, true, fault);
}
