// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files read by the library's own readers, handed over as arrays.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

typedef struct reading {
  cglpk_format format;
  const char *path;
  const char *data;
  cglpk_import *result;
  int *scratch;
  bool readable;
  bool memory;
} reading;

static bool read_mathprog(glp_prob *problem, const char *path, const char *data) {
  glp_tran *translator = glp_mpl_alloc_wksp();
  glp_mpl_init_rand(translator, 1);
  bool fine = glp_mpl_read_model(translator, path, data != NULL) == 0
    && (data == NULL || glp_mpl_read_data(translator, data) == 0)
    && glp_mpl_generate(translator, NULL) == 0;
  if (fine) glp_mpl_build_prob(translator, problem);
  glp_mpl_free_wksp(translator);
  return fine;
}

static bool read_file(glp_prob *problem, const reading *task) {
  switch (task->format) {
    case CGLPK_FORMAT_LP: return glp_read_lp(problem, NULL, task->path) == 0;
    case CGLPK_FORMAT_FREE_MPS:
      return glp_read_mps(problem, GLP_MPS_FILE, NULL, task->path) == 0;
    case CGLPK_FORMAT_FIXED_MPS:
      return glp_read_mps(problem, GLP_MPS_DECK, NULL, task->path) == 0;
    case CGLPK_FORMAT_MATHPROG: return read_mathprog(problem, task->path, task->data);
  }
  return false;
}

static double lower_of(int kind, double bound) {
  return kind == GLP_FR || kind == GLP_UP ? -INFINITY : bound;
}

static double upper_of(int kind, double bound) {
  return kind == GLP_FR || kind == GLP_LO ? INFINITY : bound;
}

static bool take_memory(cglpk_import *result, size_t name_bytes) {
  size_t rows = (size_t)result->rows + 1, columns = (size_t)result->columns + 1;
  size_t nonzeros = (size_t)result->nonzeros + 1;
  result->row_lower = malloc(rows * sizeof(double));
  result->row_upper = malloc(rows * sizeof(double));
  result->column_lower = malloc(columns * sizeof(double));
  result->column_upper = malloc(columns * sizeof(double));
  result->column_integer = malloc(columns);
  result->row_start = malloc(rows * sizeof(int64_t));
  result->column_index = malloc(nonzeros * sizeof(int32_t));
  result->coefficient = malloc(nonzeros * sizeof(double));
  result->cost = malloc(columns * sizeof(double));
  result->names = malloc(name_bytes + 1);
  result->name_end = malloc((rows + columns) * sizeof(int64_t));
  return result->row_lower && result->row_upper && result->column_lower && result->column_upper
    && result->column_integer && result->row_start && result->column_index
    && result->coefficient && result->cost && result->names && result->name_end;
}

static size_t length_of(const char *name) { return name == NULL ? 0 : strlen(name); }

static size_t append_name(cglpk_import *result, size_t end, int position, const char *name) {
  size_t length = length_of(name);
  if (length > 0) memcpy(result->names + end, name, length);
  result->name_end[position] = (int64_t)(end + length);
  return end + length;
}

static void copy_title(char *target, const char *source) {
  if (source == NULL) source = "";
  strncpy(target, source, 255);
  target[255] = 0;
}

static void copy_rows(glp_prob *problem, reading *task) {
  cglpk_import *result = task->result;
  int64_t entry = 0;
  result->row_start[0] = 0;
  for (int i = 1; i <= result->rows; i++) {
    int kind = glp_get_row_type(problem, i);
    result->row_lower[i - 1] = lower_of(kind, glp_get_row_lb(problem, i));
    result->row_upper[i - 1] = upper_of(kind, glp_get_row_ub(problem, i));
    // The two arrays of the library count from 1: entry 0 of the part is never written, and the
    // last entry of the part before is safe.
    int length = glp_get_mat_row(problem, i, task->scratch, NULL);
    glp_get_mat_row(problem, i, NULL, result->coefficient + entry - 1);
    for (int k = 1; k <= length; k++) result->column_index[entry + k - 1] = task->scratch[k] - 1;
    entry += length;
    result->row_start[i] = entry;
  }
}

static void copy_columns(glp_prob *problem, cglpk_import *result) {
  for (int j = 1; j <= result->columns; j++) {
    int kind = glp_get_col_type(problem, j);
    result->column_lower[j - 1] = lower_of(kind, glp_get_col_lb(problem, j));
    result->column_upper[j - 1] = upper_of(kind, glp_get_col_ub(problem, j));
    result->column_integer[j - 1] = glp_get_col_kind(problem, j) != GLP_CV;
    result->cost[j - 1] = glp_get_obj_coef(problem, j);
  }
}

static void read_all(void *context) {
  reading *task = context;
  cglpk_import *result = task->result;
  glp_prob *problem = glp_create_prob();
  task->readable = read_file(problem, task);
  if (!task->readable) return;
  result->rows = glp_get_num_rows(problem);
  result->columns = glp_get_num_cols(problem);
  result->nonzeros = glp_get_num_nz(problem);
  size_t bytes = 0;
  for (int i = 1; i <= result->rows; i++) bytes += length_of(glp_get_row_name(problem, i));
  for (int j = 1; j <= result->columns; j++) bytes += length_of(glp_get_col_name(problem, j));
  task->scratch = malloc(((size_t)result->columns + 1) * sizeof(int));
  task->memory = take_memory(result, bytes) && task->scratch != NULL;
  if (!task->memory) return;
  copy_rows(problem, task);
  copy_columns(problem, result);
  size_t end = 0;
  for (int i = 1; i <= result->rows; i++) {
    end = append_name(result, end, i - 1, glp_get_row_name(problem, i));
  }
  for (int j = 1; j <= result->columns; j++) {
    end = append_name(result, end, result->rows + j - 1, glp_get_col_name(problem, j));
  }
  result->constant = glp_get_obj_coef(problem, 0);
  result->maximize = glp_get_obj_dir(problem) == GLP_MAX;
  copy_title(result->name, glp_get_prob_name(problem));
  copy_title(result->objective_name, glp_get_obj_name(problem));
}

cglpk_outcome cglpk_read(
  cglpk_format format, const char *path, const char *data, const cglpk_watch *watch,
  cglpk_import *result, cglpk_fault *fault) {
  memset(result, 0, sizeof *result);
  reading task = {.format = format, .path = path, .data = data, .result = result};
  // The words of a reader that fails come through the watch; the guard keeps them as well.
  cglpk_outcome outcome = cglpk_guard(read_all, &task, watch, false, fault);
  free(task.scratch);
  if (outcome == CGLPK_OK && !task.readable) {
    cglpk_words(fault);
    outcome = CGLPK_UNREADABLE;
  } else if (outcome == CGLPK_OK && !task.memory) {
    outcome = CGLPK_NO_MEMORY;
  }
  if (outcome != CGLPK_OK) cglpk_free_import(result);
  cglpk_leave_thread();
  return outcome;
}

void cglpk_free_import(cglpk_import *result) {
  free(result->row_lower);
  free(result->row_upper);
  free(result->column_lower);
  free(result->column_upper);
  free(result->column_integer);
  free(result->row_start);
  free(result->column_index);
  free(result->coefficient);
  free(result->cost);
  free(result->names);
  free(result->name_end);
  memset(result, 0, sizeof *result);
}
