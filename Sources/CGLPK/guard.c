// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only place where control leaves the library by another way than return.
#include <setjmp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "internal.h"

enum { jump_fault = 1, jump_interrupted = 2, jump_deadline = 3 };

/// What the guard knows of the running thread.
static _Thread_local struct {
  uint64_t serial;
  uint64_t generation;
  jmp_buf jump;
  const cglpk_watch *watch;
  double start;
  /// The line that the library is printing, up to its newline.
  char line[1024];
  size_t line_length;
  /// What it said since it met an error, or the last lines before.
  char words[2048];
  size_t words_length;
  bool at_error;
} here;

static _Atomic uint64_t threads_seen = 0;

const char *cglpk_version(void) { return glp_version(); }

uint64_t cglpk_thread(void) {
  if (here.serial == 0) here.serial = atomic_fetch_add(&threads_seen, 1) + 1;
  return here.serial;
}

uint64_t cglpk_generation(void) { return here.generation; }

void cglpk_leave_thread(void) {
  glp_free_env();
  here.generation += 1;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/// Whether the watch wants the call to end: 0, or the reason to jump with.
static int stop_reason(const cglpk_progress *progress) {
  const cglpk_watch *watch = here.watch;
  if (watch == NULL) return 0;
  if (watch->progress != NULL && watch->progress(watch->context, progress)) {
    return jump_interrupted;
  }
  if (watch->deadline > 0 && now() - here.start > watch->deadline) return jump_deadline;
  return 0;
}

bool cglpk_ask(const cglpk_progress *progress) { return stop_reason(progress) != 0; }

static void remember(const char *text, size_t length) {
  size_t room = sizeof here.words - 1;
  if (length > room) {
    text += length - room;
    length = room;
  }
  if (here.words_length + length > room) {
    size_t drop = here.words_length + length - room;
    memmove(here.words, here.words + drop, here.words_length - drop);
    here.words_length -= drop;
  }
  memcpy(here.words + here.words_length, text, length);
  here.words_length += length;
  here.words[here.words_length] = 0;
}

/// Reads "*  120: obj = 3.5e+01 inf = 0.0e+00 (7)", which both simplex methods print, and the
/// like line of the interior point method.
static bool is_progress(const char *line, cglpk_progress *progress) {
  int iterations;
  double objective, infeasibility;
  if (line[0] == 0) return false;
  int found = sscanf(
    line + 1, "%d: obj = %lf inf = %lf", &iterations, &objective, &infeasibility);
  if (found < 2) return false;
  if (found == 2) {
    if (sscanf(line + 1, "%d: obj = %lf; rpi = %lf", &iterations, &objective, &infeasibility) < 3)
      infeasibility = NAN;
  }
  progress->iterations = iterations;
  progress->objective = objective;
  progress->infeasibility = infeasibility;
  progress->bound = NAN;
  return true;
}

static void finish_line(void) {
  here.line[here.line_length] = 0;
  here.line_length = 0;
  const cglpk_watch *watch = here.watch;
  if (watch != NULL && watch->line != NULL) watch->line(watch->context, here.line);
  cglpk_progress progress;
  if (glp_at_error() || !is_progress(here.line, &progress)) return;
  int reason = stop_reason(&progress);
  if (reason != 0) longjmp(here.jump, reason);
}

/// Receives all that the library would print. Never prints.
static int terminal_hook(void *info, const char *text) {
  (void)info;
  if (glp_at_error() && !here.at_error) {
    // From here on it says what went wrong; what it said before is of no use in an error.
    here.at_error = true;
    here.words_length = 0;
  }
  remember(text, strlen(text));
  for (; *text != 0; text++) {
    if (*text == '\n' || here.line_length == sizeof here.line - 1) {
      finish_line();
      if (*text == '\n') continue;
    }
    here.line[here.line_length++] = *text;
  }
  return 1;
}

void cglpk_words(cglpk_fault *fault) {
  if (fault != NULL) memcpy(fault->message, here.words, here.words_length + 1);
}

/// Called by the library when it is about to abort the process; must not return.
static void error_hook(void *info) {
  (void)info;
  glp_free_env();
  longjmp(here.jump, jump_fault);
}

cglpk_outcome cglpk_guard(
  void (*body)(void *context), void *context, const cglpk_watch *watch, bool keep,
  cglpk_fault *fault) {
  cglpk_thread();
  here.watch = watch;
  here.start = now();
  here.line_length = 0;
  here.words_length = 0;
  here.words[0] = 0;
  here.at_error = false;
  glp_init_env();
  glp_term_out(GLP_ON);
  glp_term_hook(terminal_hook, NULL);
  glp_error_hook(error_hook, NULL);
  int reason = setjmp(here.jump);
  if (reason == 0) {
    body(context);
    here.watch = NULL;
    return CGLPK_OK;
  }
  here.watch = NULL;
  cglpk_words(fault);
  if (reason == jump_fault) {
    here.generation += 1;
    return CGLPK_FAULT;
  }
  if (!keep) cglpk_leave_thread();
  return reason == jump_interrupted ? CGLPK_INTERRUPTED : CGLPK_DEADLINE;
}
