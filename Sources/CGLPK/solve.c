// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three solvers, and the one call that takes a whole program and gives a whole answer.
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

_Static_assert(CGLPK_CODE_BAD_BASIS == GLP_EBADB, "code");
_Static_assert(CGLPK_CODE_SINGULAR == GLP_ESING, "code");
_Static_assert(CGLPK_CODE_ILL_CONDITIONED == GLP_ECOND, "code");
_Static_assert(CGLPK_CODE_BAD_BOUNDS == GLP_EBOUND, "code");
_Static_assert(CGLPK_CODE_FAILED == GLP_EFAIL, "code");
_Static_assert(CGLPK_CODE_OBJECTIVE_LOWER_LIMIT == GLP_EOBJLL, "code");
_Static_assert(CGLPK_CODE_OBJECTIVE_UPPER_LIMIT == GLP_EOBJUL, "code");
_Static_assert(CGLPK_CODE_ITERATION_LIMIT == GLP_EITLIM, "code");
_Static_assert(CGLPK_CODE_TIME_LIMIT == GLP_ETMLIM, "code");
_Static_assert(CGLPK_CODE_NO_PRIMAL_FEASIBLE == GLP_ENOPFS, "code");
_Static_assert(CGLPK_CODE_NO_DUAL_FEASIBLE == GLP_ENODFS, "code");
_Static_assert(CGLPK_CODE_NO_ROOT == GLP_EROOT, "code");
_Static_assert(CGLPK_CODE_STOPPED == GLP_ESTOP, "code");
_Static_assert(CGLPK_CODE_GAP_REACHED == GLP_EMIPGAP, "code");
_Static_assert(CGLPK_CODE_NO_FEASIBLE == GLP_ENOFEAS, "code");
_Static_assert(CGLPK_CODE_NO_CONVERGENCE == GLP_ENOCVG, "code");
_Static_assert(CGLPK_CODE_UNSTABLE == GLP_EINSTAB, "code");
_Static_assert(CGLPK_CODE_BAD_DATA == GLP_EDATA, "code");
_Static_assert(CGLPK_CODE_OUT_OF_RANGE == GLP_ERANGE, "code");
_Static_assert(CGLPK_STATUS_UNDEFINED == GLP_UNDEF, "status");
_Static_assert(CGLPK_STATUS_FEASIBLE == GLP_FEAS, "status");
_Static_assert(CGLPK_STATUS_INFEASIBLE == GLP_INFEAS, "status");
_Static_assert(CGLPK_STATUS_NONE_FEASIBLE == GLP_NOFEAS, "status");
_Static_assert(CGLPK_STATUS_OPTIMAL == GLP_OPT, "status");
_Static_assert(CGLPK_STATUS_UNBOUNDED == GLP_UNBND, "status");
_Static_assert(CGLPK_BASIC + 1 == GLP_BS && CGLPK_FIXED + 1 == GLP_NS, "basis");

/// Milliseconds between two looks at the watch.
enum { look_every = 100 };

static void scale(glp_prob *problem, cglpk_scaling scaling) {
  switch (scaling) {
    case CGLPK_SCALE_NONE: glp_unscale_prob(problem); break;
    case CGLPK_SCALE_AUTOMATIC: glp_scale_prob(problem, GLP_SF_AUTO); break;
    case CGLPK_SCALE_GEOMETRIC: glp_scale_prob(problem, GLP_SF_GM); break;
    case CGLPK_SCALE_EQUILIBRATION: glp_scale_prob(problem, GLP_SF_EQ); break;
    case CGLPK_SCALE_POWERS_OF_TWO:
      glp_scale_prob(problem, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N);
      break;
    case CGLPK_SCALE_KEEP: break;
  }
}

static glp_smcp simplex_parameters(const cglpk_options *options) {
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.msg_lev = GLP_MSG_ALL;
  parameters.meth = options->method == CGLPK_DUAL ? GLP_DUAL
    : options->method == CGLPK_DUAL_THEN_PRIMAL   ? GLP_DUALP
                                                  : GLP_PRIMAL;
  parameters.tol_bnd = options->primal_tolerance;
  parameters.tol_dj = options->dual_tolerance;
  parameters.it_lim = options->iteration_limit;
  parameters.tm_lim = options->time_limit;
  parameters.out_frq = look_every;
  parameters.out_dly = 0;
  parameters.presolve = options->presolve ? GLP_ON : GLP_OFF;
  // The long-step ratio test passes many boxed columns to their other bound in one iteration.
  if (options->long_step) parameters.r_test = GLP_RT_FLIP;
  return parameters;
}

void cglpk_read_basic(glp_prob *problem, cglpk_answer *answer) {
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  answer->status = glp_get_status(problem);
  answer->primal_status = glp_get_prim_stat(problem);
  answer->dual_status = glp_get_dual_stat(problem);
  answer->objective = glp_get_obj_val(problem);
  answer->iterations = glp_get_it_cnt(problem);
  if (answer->primal != NULL) {
    for (int j = 0; j < columns; j++) answer->primal[j] = glp_get_col_prim(problem, j + 1);
  }
  if (answer->reduced_cost != NULL) {
    for (int j = 0; j < columns; j++) answer->reduced_cost[j] = glp_get_col_dual(problem, j + 1);
  }
  if (answer->row_dual != NULL) {
    for (int i = 0; i < rows; i++) answer->row_dual[i] = glp_get_row_dual(problem, i + 1);
  }
  cglpk_read_basis(problem, answer->row_basis, answer->column_basis);
}

void cglpk_run_simplex(glp_prob *problem, const cglpk_options *options, cglpk_answer *answer) {
  glp_smcp parameters = simplex_parameters(options);
  glp_set_it_cnt(problem, 0);
  scale(problem, options->scaling);
  answer->code = glp_simplex(problem, &parameters);
  if (
    answer->code == GLP_EBADB || answer->code == GLP_ESING || answer->code == GLP_ECOND) {
    // The basis that was given cannot be used; say so and start cold.
    answer->restarted = 1;
    cglpk_cold_basis(problem);
    answer->code = glp_simplex(problem, &parameters);
  }
  cglpk_read_basic(problem, answer);
}

static void run_interior(glp_prob *problem, cglpk_answer *answer) {
  glp_iptcp parameters;
  glp_init_iptcp(&parameters);
  parameters.msg_lev = GLP_MSG_ALL;
  answer->code = glp_interior(problem, &parameters);
  answer->status = glp_ipt_status(problem);
  bool solved = answer->status == GLP_OPT;
  answer->primal_status = solved ? GLP_FEAS : answer->status;
  answer->dual_status = solved ? GLP_FEAS : GLP_UNDEF;
  answer->objective = glp_ipt_obj_val(problem);
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  for (int j = 0; j < columns; j++) {
    if (answer->primal != NULL) answer->primal[j] = glp_ipt_col_prim(problem, j + 1);
    if (answer->reduced_cost != NULL) answer->reduced_cost[j] = glp_ipt_col_dual(problem, j + 1);
  }
  if (answer->row_dual != NULL) {
    for (int i = 0; i < rows; i++) answer->row_dual[i] = glp_ipt_row_dual(problem, i + 1);
  }
}

/// What the tree callback keeps between its calls.
typedef struct tree_view {
  cglpk_answer *answer;
  double last_look;
  int most_nodes;
} tree_view;

static void look_at_tree(glp_tree *tree, void *info) {
  tree_view *view = info;
  int best = glp_ios_best_node(tree);
  if (best != 0) view->answer->bound = glp_ios_node_bound(tree, best);
  int total = 0;
  glp_ios_tree_size(tree, NULL, NULL, &total);
  view->answer->iterations = total;
  // Nodes and not time: where a search ends must not depend on the machine.
  if (total > view->most_nodes) {
    glp_ios_terminate(tree);
    return;
  }
  double time = glp_time();
  if (view->last_look != 0 && glp_difftime(time, view->last_look) * 1000 < look_every) return;
  view->last_look = time;
  glp_prob *problem = glp_ios_get_prob(tree);
  cglpk_progress progress = {
    .iterations = total,
    .objective = glp_mip_status(problem) == GLP_FEAS ? glp_mip_obj_val(problem) : NAN,
    .infeasibility = NAN,
    .bound = view->answer->bound,
  };
  if (cglpk_ask(&progress)) glp_ios_terminate(tree);
}

static void run_tree(glp_prob *problem, const cglpk_options *options, cglpk_answer *answer) {
  if (!options->presolve) {
    cglpk_options relaxation = *options;
    relaxation.method = CGLPK_DUAL_THEN_PRIMAL;
    relaxation.iteration_limit = INT_MAX;
    cglpk_run_simplex(problem, &relaxation, answer);
    if (answer->code != 0 || answer->status != GLP_OPT) return;
    answer->bound = answer->objective;
  }
  tree_view view = {
    .answer = answer, .last_look = 0, .most_nodes = options->iteration_limit};
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = GLP_MSG_ALL;
  parameters.presolve = options->presolve ? GLP_ON : GLP_OFF;
  parameters.mip_gap = options->integer_gap;
  parameters.tm_lim = options->time_limit;
  parameters.out_frq = look_every;
  parameters.out_dly = 0;
  // Taking most fractional columns first closed the gap of allocation programs soonest.
  parameters.br_tech = GLP_BR_MFV;
  parameters.gmi_cuts = parameters.mir_cuts = GLP_ON;
  parameters.cb_func = look_at_tree;
  parameters.cb_info = &view;
  answer->code = glp_intopt(problem, &parameters);
  answer->status = glp_mip_status(problem);
  answer->primal_status = answer->status == GLP_OPT ? GLP_FEAS : answer->status;
  answer->dual_status = GLP_UNDEF;
  answer->objective = glp_mip_obj_val(problem);
  if (answer->status == GLP_OPT && answer->code == 0) answer->bound = answer->objective;
  if (answer->primal == NULL) return;
  int columns = glp_get_num_cols(problem);
  for (int j = 0; j < columns; j++) answer->primal[j] = glp_mip_col_val(problem, j + 1);
}

typedef struct whole_solve {
  const cglpk_program *program;
  const uint8_t *row_basis;
  const uint8_t *column_basis;
  const cglpk_options *options;
  cglpk_answer *answer;
  int *rows;
  int *columns;
  double *scratch;
  glp_prob *problem;
} whole_solve;

static void solve_whole(void *context) {
  whole_solve *task = context;
  if (task->options->memory_limit > 0) glp_mem_limit(task->options->memory_limit);
  glp_prob *problem = task->problem = glp_create_prob();
  cglpk_load(problem, task->program, task->rows, task->columns);
  if (task->row_basis != NULL && task->column_basis != NULL) {
    cglpk_apply_basis(problem, task->row_basis, task->column_basis);
  } else if (!task->options->presolve && task->options->method != CGLPK_INTERIOR) {
    scale(problem, task->options->scaling);
    cglpk_cold_basis(problem);
  }
  switch (task->options->method) {
    case CGLPK_INTERIOR: run_interior(problem, task->answer); break;
    case CGLPK_BRANCH_AND_CUT: run_tree(problem, task->options, task->answer); break;
    default: cglpk_run_simplex(problem, task->options, task->answer);
  }
}

/// Extras after the answer is safe: a fault here must not cost the answer.
static void read_extras(void *context) {
  whole_solve *task = context;
  cglpk_answer *answer = task->answer;
  if (answer->code == 0 && answer->status == GLP_OPT) {
    int kind = task->options->method == CGLPK_INTERIOR ? GLP_IPT
      : task->options->method == CGLPK_BRANCH_AND_CUT  ? GLP_MIP
                                                       : GLP_SOL;
    cglpk_read_kkt(task->problem, kind, answer);
  } else if (task->options->method <= CGLPK_DUAL_THEN_PRIMAL) {
    cglpk_read_certificate(task->problem, answer, task->scratch);
  }
}

cglpk_outcome cglpk_solve(
  const cglpk_program *program, const uint8_t *row_basis, const uint8_t *column_basis,
  const cglpk_options *options, const cglpk_watch *watch, cglpk_answer *answer,
  cglpk_fault *fault) {
  size_t nonzeros = (size_t)program->row_start[program->rows];
  whole_solve task = {
    .program = program, .row_basis = row_basis, .column_basis = column_basis,
    .options = options, .answer = answer,
  };
  task.rows = malloc((nonzeros + 1) * sizeof *task.rows);
  task.columns = malloc((nonzeros + 1) * sizeof *task.columns);
  task.scratch = malloc(((size_t)program->rows + 1) * sizeof *task.scratch);
  cglpk_outcome outcome = CGLPK_NO_MEMORY;
  answer->bound = NAN;
  if (task.rows != NULL && task.columns != NULL && task.scratch != NULL) {
    outcome = cglpk_guard(solve_whole, &task, watch, false, fault);
    if (outcome == CGLPK_OK) {
      cglpk_answer kept = *answer;
      if (cglpk_guard(read_extras, &task, NULL, false, NULL) != CGLPK_OK) {
        *answer = kept;
      }
    }
  }
  cglpk_leave_thread();
  free(task.rows);
  free(task.columns);
  free(task.scratch);
  return outcome;
}
