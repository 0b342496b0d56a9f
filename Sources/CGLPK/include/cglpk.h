// SPDX-License-Identifier: GPL-3.0-or-later
//
// A narrow membrane around GLPK: no name of that library crosses this header.
//
// Every function that enters the library does so under a guard. Where the library would have
// aborted the process, the guard frees its (per-thread) environment and the function returns
// CGLPK_FAULT with the library's own words. From then on every handle of that thread is stale.
#ifndef CGLPK_H
#define CGLPK_H

#include <stdint.h>

/// What became of a call into the membrane.
typedef enum cglpk_outcome {
  CGLPK_OK = 0,
  /// The library met an internal error or misuse; its environment on this thread is gone.
  CGLPK_FAULT = 1,
  /// The handle belongs to an environment that is gone.
  CGLPK_STALE = 2,
  /// The handle belongs to another thread.
  CGLPK_WRONG_THREAD = 3,
  /// The watch asked to stop.
  CGLPK_INTERRUPTED = 4,
  /// The watch's deadline passed in a method that knows no time limit of its own.
  CGLPK_DEADLINE = 5,
  /// No memory for the membrane's own buffers.
  CGLPK_NO_MEMORY = 6,
  /// A file could not be read; the fault holds the reader's words.
  CGLPK_UNREADABLE = 7,
} cglpk_outcome;

/// The words of the library about an error.
typedef struct cglpk_fault {
  char message[2048];
} cglpk_fault;

/// How far a solve has come. Numbers that are not known are NaN.
typedef struct cglpk_progress {
  int32_t iterations;
  double objective;
  double infeasibility;
  double bound;
} cglpk_progress;

/// Callbacks of a call, all made on the calling thread. Both may be NULL.
typedef struct cglpk_watch {
  void *context;
  /// One line that the library would have printed.
  void (*line)(void *context, const char *text);
  /// Called about ten times a second; non-zero stops the solve.
  int32_t (*progress)(void *context, const cglpk_progress *progress);
  /// Seconds from the start of the call after which it is stopped; 0 means never. Used where the
  /// method has no time limit of its own.
  double deadline;
} cglpk_watch;

/// A program in contiguous arrays, rows first, all indices from 0, absent bounds infinite.
typedef struct cglpk_program {
  int32_t rows;
  int32_t columns;
  const double *row_lower;
  const double *row_upper;
  const double *column_lower;
  const double *column_upper;
  /// 1 where a column is integer; NULL if none is.
  const uint8_t *column_integer;
  /// rows + 1 entries.
  const int64_t *row_start;
  const int32_t *column_index;
  const double *coefficient;
  const double *cost;
  double constant;
  int32_t maximize;
} cglpk_program;

/// Methods, in the order of the library-neutral names of the caller.
typedef enum cglpk_method {
  CGLPK_PRIMAL = 0,
  CGLPK_DUAL = 1,
  CGLPK_DUAL_THEN_PRIMAL = 2,
  CGLPK_INTERIOR = 3,
  CGLPK_BRANCH_AND_CUT = 4,
} cglpk_method;

typedef enum cglpk_scaling {
  CGLPK_SCALE_NONE = 0,
  CGLPK_SCALE_AUTOMATIC = 1,
  CGLPK_SCALE_GEOMETRIC = 2,
  CGLPK_SCALE_EQUILIBRATION = 3,
  CGLPK_SCALE_POWERS_OF_TWO = 4,
  /// Leave the scale factors of a warm problem as they are.
  CGLPK_SCALE_KEEP = 5,
} cglpk_scaling;

typedef struct cglpk_options {
  cglpk_method method;
  cglpk_scaling scaling;
  int32_t presolve;
  /// Whether the dual simplex may take columns from bound to bound on its way.
  int32_t long_step;
  double primal_tolerance;
  double dual_tolerance;
  double integer_gap;
  /// INT32_MAX for none.
  int32_t iteration_limit;
  /// Milliseconds; INT32_MAX for none.
  int32_t time_limit;
  /// Mebibytes the library may use on this thread; 0 for no limit.
  int32_t memory_limit;
} cglpk_options;

/// Return codes of the solvers.
typedef enum cglpk_code {
  CGLPK_CODE_DONE = 0,
  CGLPK_CODE_BAD_BASIS = 1,
  CGLPK_CODE_SINGULAR = 2,
  CGLPK_CODE_ILL_CONDITIONED = 3,
  CGLPK_CODE_BAD_BOUNDS = 4,
  CGLPK_CODE_FAILED = 5,
  CGLPK_CODE_OBJECTIVE_LOWER_LIMIT = 6,
  CGLPK_CODE_OBJECTIVE_UPPER_LIMIT = 7,
  CGLPK_CODE_ITERATION_LIMIT = 8,
  CGLPK_CODE_TIME_LIMIT = 9,
  CGLPK_CODE_NO_PRIMAL_FEASIBLE = 10,
  CGLPK_CODE_NO_DUAL_FEASIBLE = 11,
  CGLPK_CODE_NO_ROOT = 12,
  CGLPK_CODE_STOPPED = 13,
  CGLPK_CODE_GAP_REACHED = 14,
  CGLPK_CODE_NO_FEASIBLE = 15,
  CGLPK_CODE_NO_CONVERGENCE = 16,
  CGLPK_CODE_UNSTABLE = 17,
  CGLPK_CODE_BAD_DATA = 18,
  CGLPK_CODE_OUT_OF_RANGE = 19,
} cglpk_code;

/// Statuses of a solution.
typedef enum cglpk_status {
  CGLPK_STATUS_UNDEFINED = 1,
  CGLPK_STATUS_FEASIBLE = 2,
  CGLPK_STATUS_INFEASIBLE = 3,
  CGLPK_STATUS_NONE_FEASIBLE = 4,
  CGLPK_STATUS_OPTIMAL = 5,
  CGLPK_STATUS_UNBOUNDED = 6,
} cglpk_status;

/// Places in a basis.
enum {
  CGLPK_BASIC = 0,
  CGLPK_AT_LOWER = 1,
  CGLPK_AT_UPPER = 2,
  CGLPK_FREE = 3,
  CGLPK_FIXED = 4,
};

/// One measure of the library's own check of optimality conditions.
typedef struct cglpk_kkt_measure {
  double absolute;
  double relative;
  /// Row or column (from 0) with the greatest absolute and relative error; -1 for none.
  int32_t absolute_at;
  int32_t relative_at;
} cglpk_kkt_measure;

/// Primal equalities, primal bounds, dual equalities, dual bounds.
///
/// Places count rows first, then columns.
typedef struct cglpk_kkt {
  cglpk_kkt_measure primal_equalities;
  cglpk_kkt_measure primal_bounds;
  cglpk_kkt_measure dual_equalities;
  cglpk_kkt_measure dual_bounds;
} cglpk_kkt;

/// The answer of a solve. Arrays belong to the caller and may be NULL where not wanted.
typedef struct cglpk_answer {
  int32_t code;
  int32_t status;
  int32_t primal_status;
  int32_t dual_status;
  int32_t iterations;
  /// Whether a given basis was unusable and replaced by a cold one.
  int32_t restarted;
  double objective;
  /// Best bound of branch and cut; NaN where there is none.
  double bound;
  double *primal;
  double *row_dual;
  double *reduced_cost;
  uint8_t *row_basis;
  uint8_t *column_basis;
  /// Direction without end of an unbounded program.
  double *ray;
  int32_t has_ray;
  /// Row multipliers meant to prove that nothing is feasible; the caller verifies them.
  double *proof;
  int32_t has_proof;
  cglpk_kkt kkt;
  int32_t has_kkt;
} cglpk_answer;

/// Version of the library that is linked, for example "5.0".
const char *cglpk_version(void);

/// Solves one whole program under one guard and leaves nothing behind on this thread.
///
/// - row_basis, column_basis: a basis to start from, or NULL.
cglpk_outcome cglpk_solve(
  const cglpk_program *program, const uint8_t *row_basis, const uint8_t *column_basis,
  const cglpk_options *options, const cglpk_watch *watch, cglpk_answer *answer,
  cglpk_fault *fault);

/// A problem that lives on one thread.
typedef struct cglpk_problem cglpk_problem;

/// Frees the library's environment on this thread with every problem in it.
void cglpk_leave_thread(void);

/// Number that changes when the environment of this thread is lost.
uint64_t cglpk_generation(void);

cglpk_outcome cglpk_create(
  const cglpk_program *program, cglpk_problem **problem, cglpk_fault *fault);
/// Frees the problem; a stale handle is freed without touching the library.
cglpk_outcome cglpk_delete(cglpk_problem *problem, cglpk_fault *fault);
/// Whether the handle may be used here and now: OK, STALE or WRONG_THREAD.
cglpk_outcome cglpk_check(const cglpk_problem *problem);

cglpk_outcome cglpk_set_objective(
  cglpk_problem *problem, const double *cost, int32_t count, double constant, int32_t maximize,
  cglpk_fault *fault);
cglpk_outcome cglpk_set_row_bounds(
  cglpk_problem *problem, int32_t count, const int32_t *rows, const double *lower,
  const double *upper, cglpk_fault *fault);
cglpk_outcome cglpk_set_column_bounds(
  cglpk_problem *problem, int32_t count, const int32_t *columns, const double *lower,
  const double *upper, cglpk_fault *fault);
/// Adds rows given by their entries (start: count + 1, index: columns).
cglpk_outcome cglpk_add_rows(
  cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
  const int64_t *start, const int32_t *index, const double *value, cglpk_fault *fault);
/// Adds columns given by their entries (start: count + 1, index: rows).
cglpk_outcome cglpk_add_columns(
  cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
  const double *cost, const int64_t *start, const int32_t *index, const double *value,
  cglpk_fault *fault);
cglpk_outcome cglpk_delete_rows(
  cglpk_problem *problem, int32_t count, const int32_t *rows, cglpk_fault *fault);
cglpk_outcome cglpk_delete_columns(
  cglpk_problem *problem, int32_t count, const int32_t *columns, cglpk_fault *fault);
cglpk_outcome cglpk_get_basis(
  cglpk_problem *problem, uint8_t *rows, uint8_t *columns, cglpk_fault *fault);
cglpk_outcome cglpk_set_basis(
  cglpk_problem *problem, const uint8_t *rows, const uint8_t *columns, cglpk_fault *fault);
/// Sets the basis a cold solve starts from.
cglpk_outcome cglpk_set_cold_basis(cglpk_problem *problem, cglpk_fault *fault);
/// Row prices of the current basis at other costs, without a solve: one transposed solve with the
/// factorisation at hand. `*known` is 0, and nothing is written, where there is none.
cglpk_outcome cglpk_prices_of_basis(
  cglpk_problem *problem, const double *cost, double *row_dual, int32_t *known,
  cglpk_fault *fault);
/// Exponents of two nearest to the scale factors of rows and columns.
cglpk_outcome cglpk_get_scales(
  cglpk_problem *problem, int8_t *rows, int8_t *columns, cglpk_fault *fault);
/// Scales rows and columns by powers of two; the factorisation is lost.
cglpk_outcome cglpk_set_scales(
  cglpk_problem *problem, const int8_t *rows, const int8_t *columns, cglpk_fault *fault);
/// Simplex from the current basis (methods PRIMAL, DUAL, DUAL_THEN_PRIMAL).
///
/// An interrupted solve leaves the problem usable, with the basis it started from.
cglpk_outcome cglpk_simplex(
  cglpk_problem *problem, const cglpk_options *options, const cglpk_watch *watch,
  cglpk_answer *answer, cglpk_fault *fault);
/// Simplex in rational arithmetic from the current basis; for small programs only.
cglpk_outcome cglpk_exact(
  cglpk_problem *problem, const cglpk_options *options, const cglpk_watch *watch,
  cglpk_answer *answer, cglpk_fault *fault);

/// Ranges of one row or column of an optimal basic solution. Absent limits are infinite.
///
/// For a non-basic one, lower and upper limit the value of its active bound, and the objectives
/// are those at the limits; for a basic one they limit its objective coefficient.
typedef struct cglpk_range {
  int32_t basic;
  double lower;
  double upper;
  double lower_objective;
  double upper_objective;
  /// Row or column (rows first, from 0) that stops the change; -1 for none.
  int32_t lower_limiter;
  int32_t upper_limiter;
} cglpk_range;

/// Ranges of `count` rows and columns (rows first, from 0).
cglpk_outcome cglpk_ranges(
  cglpk_problem *problem, int32_t count, const int32_t *places, cglpk_range *ranges,
  cglpk_fault *fault);

/// File formats that can be read.
typedef enum cglpk_format {
  CGLPK_FORMAT_LP = 0,
  CGLPK_FORMAT_FREE_MPS = 1,
  CGLPK_FORMAT_FIXED_MPS = 2,
  CGLPK_FORMAT_MATHPROG = 3,
} cglpk_format;

/// A program read from a file, in memory of the membrane (free with cglpk_free_import).
typedef struct cglpk_import {
  int32_t rows;
  int32_t columns;
  int64_t nonzeros;
  double *row_lower;
  double *row_upper;
  double *column_lower;
  double *column_upper;
  uint8_t *column_integer;
  int64_t *row_start;
  int32_t *column_index;
  double *coefficient;
  double *cost;
  double constant;
  int32_t maximize;
  /// Names one after another, and where each ends. Rows first, then columns.
  char *names;
  int64_t *name_end;
  char name[256];
  char objective_name[256];
} cglpk_import;

/// Reads a file; `data` is the data file of a MathProg model, or NULL.
cglpk_outcome cglpk_read(
  cglpk_format format, const char *path, const char *data, const cglpk_watch *watch,
  cglpk_import *result, cglpk_fault *fault);
void cglpk_free_import(cglpk_import *result);

#endif
