// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// How tables are written.
enum TableStyle: String, ExpressibleByArgument, CaseIterable {
  /// Comma, decimal point, UTF-8.
  case machine
  /// Semicolon, decimal comma, byte order mark: what Excel opens in French.
  case french = "fr"

  var outputStyle: OutputStyle { self == .french ? .frenchExcel : .machine }
}
