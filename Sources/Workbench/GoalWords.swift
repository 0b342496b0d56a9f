// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Names of goal levels in words.
enum GoalWords {
  /// Name of a level; one of several goals names them all.
  static func name(_ level: String, in language: Language) -> String {
    level.split(separator: "+").map { Catalogue.text("goal.\($0)", in: language) }
      .joined(separator: " + ")
  }
}
