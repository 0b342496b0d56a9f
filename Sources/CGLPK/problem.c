// SPDX-License-Identifier: GPL-3.0-or-later
//
// Problems that stay on a thread between solves.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

cglpk_outcome cglpk_check(const cglpk_problem *problem) {
  if (problem->owner != cglpk_thread()) return CGLPK_WRONG_THREAD;
  return problem->generation == cglpk_generation() ? CGLPK_OK : CGLPK_STALE;
}

/// Arguments of one guarded edit; each body reads the fields it needs.
typedef struct edit {
  cglpk_problem *problem;
  const cglpk_program *program;
  int32_t count;
  const int32_t *places;
  const double *lower;
  const double *upper;
  const double *cost;
  double constant;
  int32_t maximize;
  const int64_t *start;
  const int32_t *index;
  const double *value;
  const uint8_t *row_basis;
  const uint8_t *column_basis;
  uint8_t *rows_out;
  uint8_t *columns_out;
  const cglpk_options *options;
  cglpk_answer *answer;
  int *scratch;
  int *more_scratch;
  double *numbers;
  int8_t *row_scales_out;
  int8_t *column_scales_out;
  const int8_t *row_scales;
  const int8_t *column_scales;
} edit;

static cglpk_outcome run(
  edit *task, void (*body)(void *), const cglpk_watch *watch, cglpk_fault *fault) {
  cglpk_outcome usable = cglpk_check(task->problem);
  return usable == CGLPK_OK ? cglpk_guard(body, task, watch, true, fault) : usable;
}

static void create(void *context) {
  edit *task = context;
  glp_prob *body = glp_create_prob();
  task->problem->body = body;
  cglpk_load(body, task->program, task->scratch, task->more_scratch);
  glp_std_basis(body);
}

cglpk_outcome cglpk_create(
  const cglpk_program *program, cglpk_problem **problem, cglpk_fault *fault) {
  size_t nonzeros = (size_t)program->row_start[program->rows];
  cglpk_problem *made = calloc(1, sizeof *made);
  edit task = {
    .problem = made, .program = program,
    .scratch = malloc((nonzeros + 1) * sizeof(int)),
    .more_scratch = malloc((nonzeros + 1) * sizeof(int)),
  };
  cglpk_outcome outcome = CGLPK_NO_MEMORY;
  if (made != NULL && task.scratch != NULL && task.more_scratch != NULL) {
    made->owner = cglpk_thread();
    made->generation = cglpk_generation();
    outcome = cglpk_guard(create, &task, NULL, true, fault);
  }
  free(task.scratch);
  free(task.more_scratch);
  if (outcome == CGLPK_OK) {
    *problem = made;
  } else {
    free(made);
  }
  return outcome;
}

static void delete(void *context) { glp_delete_prob(((edit *)context)->problem->body); }

cglpk_outcome cglpk_delete(cglpk_problem *problem, cglpk_fault *fault) {
  cglpk_outcome usable = cglpk_check(problem);
  if (usable == CGLPK_WRONG_THREAD) return usable;
  cglpk_outcome outcome = CGLPK_OK;
  if (usable == CGLPK_OK) {
    edit task = {.problem = problem};
    outcome = run(&task, delete, NULL, fault);
  }
  free(problem);
  return outcome;
}

static void set_objective(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  glp_set_obj_dir(body, task->maximize ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(body, 0, task->constant);
  for (int32_t j = 0; j < task->count; j++) glp_set_obj_coef(body, j + 1, task->cost[j]);
}

cglpk_outcome cglpk_set_objective(
  cglpk_problem *problem, const double *cost, int32_t count, double constant, int32_t maximize,
  cglpk_fault *fault) {
  edit task = {
    .problem = problem, .cost = cost, .count = count, .constant = constant,
    .maximize = maximize,
  };
  return run(&task, set_objective, NULL, fault);
}

static void set_row_bounds(void *context) {
  edit *task = context;
  for (int32_t k = 0; k < task->count; k++) {
    glp_set_row_bnds(
      task->problem->body, task->places[k] + 1,
      cglpk_bound_kind(task->lower[k], task->upper[k]), task->lower[k], task->upper[k]);
  }
}

cglpk_outcome cglpk_set_row_bounds(
  cglpk_problem *problem, int32_t count, const int32_t *rows, const double *lower,
  const double *upper, cglpk_fault *fault) {
  edit task = {
    .problem = problem, .count = count, .places = rows, .lower = lower, .upper = upper};
  return run(&task, set_row_bounds, NULL, fault);
}

static void set_column_bounds(void *context) {
  edit *task = context;
  for (int32_t k = 0; k < task->count; k++) {
    glp_set_col_bnds(
      task->problem->body, task->places[k] + 1,
      cglpk_bound_kind(task->lower[k], task->upper[k]), task->lower[k], task->upper[k]);
  }
}

cglpk_outcome cglpk_set_column_bounds(
  cglpk_problem *problem, int32_t count, const int32_t *columns, const double *lower,
  const double *upper, cglpk_fault *fault) {
  edit task = {
    .problem = problem, .count = count, .places = columns, .lower = lower, .upper = upper};
  return run(&task, set_column_bounds, NULL, fault);
}

/// Indices of one added row or column, counted from 1, in the scratch of the task.
static int32_t entries(edit *task, int32_t position) {
  int64_t from = task->start[position], to = task->start[position + 1];
  for (int64_t entry = from; entry < to; entry++) {
    task->scratch[entry - from + 1] = task->index[entry] + 1;
  }
  return (int32_t)(to - from);
}

static void add_rows(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  int first = glp_add_rows(body, task->count);
  for (int32_t k = 0; k < task->count; k++) {
    double lower = task->lower[k], upper = task->upper[k];
    glp_set_row_bnds(body, first + k, cglpk_bound_kind(lower, upper), lower, upper);
    int32_t length = entries(task, k);
    glp_set_mat_row(body, first + k, length, task->scratch, task->value + task->start[k] - 1);
  }
}

static void add_columns(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  int first = glp_add_cols(body, task->count);
  for (int32_t k = 0; k < task->count; k++) {
    double lower = task->lower[k], upper = task->upper[k];
    glp_set_col_bnds(body, first + k, cglpk_bound_kind(lower, upper), lower, upper);
    glp_set_obj_coef(body, first + k, task->cost[k]);
    int32_t length = entries(task, k);
    glp_set_mat_col(body, first + k, length, task->scratch, task->value + task->start[k] - 1);
  }
}

/// Adding goes through here: room for the longest list of indices, taken outside the guard.
static cglpk_outcome add(edit *task, void (*body)(void *), cglpk_fault *fault) {
  int64_t longest = 0;
  for (int32_t k = 0; k < task->count; k++) {
    int64_t length = task->start[k + 1] - task->start[k];
    if (length > longest) longest = length;
  }
  task->scratch = malloc(((size_t)longest + 1) * sizeof(int));
  if (task->scratch == NULL) return CGLPK_NO_MEMORY;
  cglpk_outcome outcome = run(task, body, NULL, fault);
  free(task->scratch);
  return outcome;
}

cglpk_outcome cglpk_add_rows(
  cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
  const int64_t *start, const int32_t *index, const double *value, cglpk_fault *fault) {
  edit task = {
    .problem = problem, .count = count, .lower = lower, .upper = upper, .start = start,
    .index = index, .value = value,
  };
  return add(&task, add_rows, fault);
}

cglpk_outcome cglpk_add_columns(
  cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
  const double *cost, const int64_t *start, const int32_t *index, const double *value,
  cglpk_fault *fault) {
  edit task = {
    .problem = problem, .count = count, .lower = lower, .upper = upper, .cost = cost,
    .start = start, .index = index, .value = value,
  };
  return add(&task, add_columns, fault);
}

static void delete_rows(void *context) {
  edit *task = context;
  glp_del_rows(task->problem->body, task->count, task->scratch);
}

static void delete_columns(void *context) {
  edit *task = context;
  glp_del_cols(task->problem->body, task->count, task->scratch);
}

static cglpk_outcome delete_places(edit *task, void (*body)(void *), cglpk_fault *fault) {
  if (task->count == 0) return cglpk_check(task->problem);
  task->scratch = malloc(((size_t)task->count + 1) * sizeof(int));
  if (task->scratch == NULL) return CGLPK_NO_MEMORY;
  for (int32_t k = 0; k < task->count; k++) task->scratch[k + 1] = task->places[k] + 1;
  cglpk_outcome outcome = run(task, body, NULL, fault);
  free(task->scratch);
  return outcome;
}

cglpk_outcome cglpk_delete_rows(
  cglpk_problem *problem, int32_t count, const int32_t *rows, cglpk_fault *fault) {
  edit task = {.problem = problem, .count = count, .places = rows};
  return delete_places(&task, delete_rows, fault);
}

cglpk_outcome cglpk_delete_columns(
  cglpk_problem *problem, int32_t count, const int32_t *columns, cglpk_fault *fault) {
  edit task = {.problem = problem, .count = count, .places = columns};
  return delete_places(&task, delete_columns, fault);
}

static void get_basis(void *context) {
  edit *task = context;
  cglpk_read_basis(task->problem->body, task->rows_out, task->columns_out);
}

cglpk_outcome cglpk_get_basis(
  cglpk_problem *problem, uint8_t *rows, uint8_t *columns, cglpk_fault *fault) {
  edit task = {.problem = problem, .rows_out = rows, .columns_out = columns};
  return run(&task, get_basis, NULL, fault);
}

static void set_basis(void *context) {
  edit *task = context;
  cglpk_apply_basis(task->problem->body, task->row_basis, task->column_basis);
}

cglpk_outcome cglpk_set_basis(
  cglpk_problem *problem, const uint8_t *rows, const uint8_t *columns, cglpk_fault *fault) {
  edit task = {.problem = problem, .row_basis = rows, .column_basis = columns};
  return run(&task, set_basis, NULL, fault);
}

static void set_cold_basis(void *context) {
  cglpk_cold_basis(((edit *)context)->problem->body);
}

cglpk_outcome cglpk_set_cold_basis(cglpk_problem *problem, cglpk_fault *fault) {
  edit task = {.problem = problem};
  return run(&task, set_cold_basis, NULL, fault);
}

/// The basis matrix B has columns of (I | -A); B'x = c_B makes -x the row prices.
static void prices_of_basis(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  int rows = glp_get_num_rows(body);
  if (rows == 0 || (!glp_bf_exists(body) && glp_factorize(body) != 0)) return;
  task->numbers[0] = 0;
  for (int place = 1; place <= rows; place++) {
    int basic = glp_get_bhead(body, place);
    task->numbers[place] = basic > rows ? task->cost[basic - rows - 1] : 0;
  }
  glp_btran(body, task->numbers);
  for (int row = 1; row <= rows; row++) task->numbers[row] = -task->numbers[row];
  task->count = 1;
}

cglpk_outcome cglpk_prices_of_basis(
  cglpk_problem *problem, const double *cost, double *row_dual, int32_t *known,
  cglpk_fault *fault) {
  *known = 0;
  cglpk_outcome usable = cglpk_check(problem);
  if (usable != CGLPK_OK) return usable;
  size_t rows = (size_t)glp_get_num_rows(problem->body);
  edit task = {.problem = problem, .cost = cost};
  task.numbers = malloc((rows + 1) * sizeof(double));
  if (task.numbers == NULL) return CGLPK_NO_MEMORY;
  cglpk_outcome outcome = run(&task, prices_of_basis, NULL, fault);
  if (outcome == CGLPK_OK && task.count == 1) {
    memcpy(row_dual, task.numbers + 1, rows * sizeof(double));
    *known = 1;
  }
  free(task.numbers);
  return outcome;
}

static int8_t exponent(double factor) {
  double nearest = round(log2(factor));
  return (int8_t)fmax(INT8_MIN, fmin(INT8_MAX, nearest));
}

static void get_scales(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  int rows = glp_get_num_rows(body), columns = glp_get_num_cols(body);
  for (int i = 0; i < rows; i++) task->row_scales_out[i] = exponent(glp_get_rii(body, i + 1));
  for (int j = 0; j < columns; j++) {
    task->column_scales_out[j] = exponent(glp_get_sjj(body, j + 1));
  }
}

cglpk_outcome cglpk_get_scales(
  cglpk_problem *problem, int8_t *rows, int8_t *columns, cglpk_fault *fault) {
  edit task = {.problem = problem, .row_scales_out = rows, .column_scales_out = columns};
  return run(&task, get_scales, NULL, fault);
}

static void set_scales(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  int rows = glp_get_num_rows(body), columns = glp_get_num_cols(body);
  for (int i = 0; i < rows; i++) glp_set_rii(body, i + 1, ldexp(1, task->row_scales[i]));
  for (int j = 0; j < columns; j++) glp_set_sjj(body, j + 1, ldexp(1, task->column_scales[j]));
}

cglpk_outcome cglpk_set_scales(
  cglpk_problem *problem, const int8_t *rows, const int8_t *columns, cglpk_fault *fault) {
  edit task = {.problem = problem, .row_scales = rows, .column_scales = columns};
  return run(&task, set_scales, NULL, fault);
}

static void simplex(void *context) {
  edit *task = context;
  cglpk_run_simplex(task->problem->body, task->options, task->answer);
}

static void certificate(void *context) {
  edit *task = context;
  cglpk_read_certificate(task->problem->body, task->answer, task->numbers);
}

static void rebuild(void *context) {
  edit *task = context;
  glp_prob *fresh = glp_create_prob();
  glp_copy_prob(fresh, task->problem->body, GLP_OFF);
  task->problem->body = fresh;
}

static cglpk_outcome solve(
  edit *task, void (*body)(void *), const cglpk_watch *watch, cglpk_fault *fault) {
  cglpk_outcome outcome = run(task, body, watch, fault);
  if (outcome == CGLPK_INTERRUPTED || outcome == CGLPK_DEADLINE) {
    // The solver was left in its middle: what it took from the problem (its factorisation) is
    // lost. A copy has the data and the basis it started from; the old body stays allocated
    // until the thread leaves the library.
    cglpk_outcome rebuilt = run(task, rebuild, NULL, fault);
    return rebuilt == CGLPK_OK ? outcome : rebuilt;
  }
  return outcome;
}

cglpk_outcome cglpk_simplex(
  cglpk_problem *problem, const cglpk_options *options, const cglpk_watch *watch,
  cglpk_answer *answer, cglpk_fault *fault) {
  edit task = {.problem = problem, .options = options, .answer = answer};
  answer->bound = NAN;
  cglpk_outcome outcome = solve(&task, simplex, watch, fault);
  if (outcome != CGLPK_OK || (answer->proof == NULL && answer->ray == NULL)) return outcome;
  task.numbers = malloc(((size_t)glp_get_num_rows(problem->body) + 1) * sizeof(double));
  if (task.numbers == NULL) return CGLPK_OK;
  cglpk_answer kept = *answer;
  if (run(&task, certificate, NULL, NULL) != CGLPK_OK) *answer = kept;
  free(task.numbers);
  return CGLPK_OK;
}

static void exact(void *context) {
  edit *task = context;
  glp_prob *body = task->problem->body;
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.it_lim = task->options->iteration_limit;
  parameters.tm_lim = task->options->time_limit;
  glp_set_it_cnt(body, 0);
  task->answer->code = glp_exact(body, &parameters);
  cglpk_read_basic(body, task->answer);
}

cglpk_outcome cglpk_exact(
  cglpk_problem *problem, const cglpk_options *options, const cglpk_watch *watch,
  cglpk_answer *answer, cglpk_fault *fault) {
  edit task = {.problem = problem, .options = options, .answer = answer};
  answer->bound = NAN;
  return solve(&task, exact, watch, fault);
}
