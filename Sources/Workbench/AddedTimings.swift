// SPDX-License-Identifier: GPL-3.0-or-later

import Report

extension RunTimings {
  /// Adds the seconds of another plan, or of an attempt that came before.
  mutating func add(_ other: RunTimings) {
    reading += other.reading
    building += other.building
    solving += other.solving
    checking += other.checking
  }
}
