// SPDX-License-Identifier: GPL-3.0-or-later

/// What the process tells its caller.
enum ExitStatus: Int32 {
  case done = 0
  case usage = 2
  case invalidInput = 3
  case infeasible = 4
  case stoppedAtLimit = 5
  case internalError = 70
}
