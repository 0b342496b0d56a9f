// SPDX-License-Identifier: GPL-3.0-or-later
//
// Programs, bounds and bases in and out of the library.
#include "internal.h"

int cglpk_bound_kind(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower) && isinf(upper)) return GLP_FR;
  if (isinf(lower)) return GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return GLP_DB;
}

void cglpk_load(glp_prob *problem, const cglpk_program *program, int *rows, int *columns) {
  int row_count = program->rows, column_count = program->columns;
  glp_set_obj_dir(problem, program->maximize ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(problem, 0, program->constant);
  if (row_count > 0) glp_add_rows(problem, row_count);
  if (column_count > 0) glp_add_cols(problem, column_count);
  for (int row = 0; row < row_count; row++) {
    double lower = program->row_lower[row], upper = program->row_upper[row];
    glp_set_row_bnds(problem, row + 1, cglpk_bound_kind(lower, upper), lower, upper);
  }
  for (int column = 0; column < column_count; column++) {
    double lower = program->column_lower[column], upper = program->column_upper[column];
    glp_set_col_bnds(problem, column + 1, cglpk_bound_kind(lower, upper), lower, upper);
    glp_set_obj_coef(problem, column + 1, program->cost[column]);
    if (program->column_integer != NULL && program->column_integer[column]) {
      glp_set_col_kind(problem, column + 1, GLP_IV);
    }
  }
  int64_t count = program->row_start[row_count];
  for (int row = 0; row < row_count; row++) {
    for (int64_t entry = program->row_start[row]; entry < program->row_start[row + 1]; entry++) {
      rows[entry + 1] = row + 1;
      columns[entry + 1] = program->column_index[entry] + 1;
    }
  }
  // The library counts from 1 and never reads entry 0, so the coefficients need no copy.
  if (count > 0) {
    glp_load_matrix(problem, (int)count, rows, columns, program->coefficient - 1);
  }
}

void cglpk_apply_basis(glp_prob *problem, const uint8_t *rows, const uint8_t *columns) {
  int row_count = glp_get_num_rows(problem), column_count = glp_get_num_cols(problem);
  for (int row = 0; row < row_count; row++) {
    glp_set_row_stat(problem, row + 1, rows[row] + 1);
  }
  for (int column = 0; column < column_count; column++) {
    glp_set_col_stat(problem, column + 1, columns[column] + 1);
  }
}

void cglpk_read_basis(glp_prob *problem, uint8_t *rows, uint8_t *columns) {
  int row_count = glp_get_num_rows(problem), column_count = glp_get_num_cols(problem);
  if (rows != NULL) {
    for (int row = 0; row < row_count; row++) {
      rows[row] = (uint8_t)(glp_get_row_stat(problem, row + 1) - 1);
    }
  }
  if (columns != NULL) {
    for (int column = 0; column < column_count; column++) {
      columns[column] = (uint8_t)(glp_get_col_stat(problem, column + 1) - 1);
    }
  }
}

/// Whether every row holds with all columns at the bounds where the basis has them.
static bool slack_basis_is_feasible(glp_prob *problem) {
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  // Arrays of the library, so that a fault below frees them with its environment.
  double *activity = glp_calloc(rows + 1, sizeof *activity);
  double *value = glp_calloc(rows + 1, sizeof *value);
  int *index = glp_calloc(rows + 1, sizeof *index);
  for (int row = 0; row <= rows; row++) activity[row] = 0;
  for (int column = 1; column <= columns; column++) {
    int status = glp_get_col_stat(problem, column);
    double at = status == GLP_NU ? glp_get_col_ub(problem, column)
      : status == GLP_NF         ? 0
                                 : glp_get_col_lb(problem, column);
    if (at == 0) continue;
    int count = glp_get_mat_col(problem, column, index, value);
    for (int entry = 1; entry <= count; entry++) activity[index[entry]] += value[entry] * at;
  }
  bool feasible = true;
  for (int row = 1; row <= rows && feasible; row++) {
    int kind = glp_get_row_type(problem, row);
    bool has_lower = kind == GLP_LO || kind == GLP_DB || kind == GLP_FX;
    bool has_upper = kind == GLP_UP || kind == GLP_DB || kind == GLP_FX;
    feasible = !(has_lower && activity[row] < glp_get_row_lb(problem, row))
      && !(has_upper && activity[row] > glp_get_row_ub(problem, row));
  }
  glp_free(activity);
  glp_free(value);
  glp_free(index);
  return feasible;
}

void cglpk_cold_basis(glp_prob *problem) {
  // Building the advanced basis takes longer than loading on large programs; where the basis of
  // the rows' own variables is feasible there is nothing to gain from it.
  glp_std_basis(problem);
  if (!slack_basis_is_feasible(problem)) glp_adv_basis(problem, 0);
}
