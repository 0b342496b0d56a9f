// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Wording

/// Where a command writes: results to standard output, everything else to standard error.
struct Console: Sendable {
  let language: Language
  let isQuiet: Bool
  let writesJSON: Bool

  /// Writes a result.
  func result(_ text: String) { Self.write(text + "\n", to: .standardOutput) }

  /// Writes a result: as JSON where that was asked for, otherwise as the lines of a screen.
  func result(
    json: @autoclosure () throws -> String, screen: @autoclosure () -> [String]
  ) rethrows {
    guard !writesJSON else { return result(try json()) }
    for line in screen() { result(line) }
  }

  /// Writes a result where there is one.
  func result(optionally text: String?) {
    if let text { result(text) }
  }

  /// Writes, as JSON, which files came to be.
  func written(folder: String? = nil, files: [String]) {
    struct Written: Encodable {
      let folder: String?
      let files: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Names of files are text: encoding them does not fail.
    guard let bytes = try? encoder.encode(Written(folder: folder, files: files)) else { return }
    result(String(decoding: bytes, as: UTF8.self))
  }

  /// Writes a line for the person who waits, unless quiet.
  func note(_ key: String, _ arguments: [String: String] = [:]) {
    guard !isQuiet else { return }
    Self.write(Catalogue.text(key, in: language, arguments) + "\n", to: .standardError)
  }

  /// Writes a line of detail to standard error.
  func line(_ text: String) { Self.write(text + "\n", to: .standardError) }

  /// Writes findings, all of them.
  func findings(_ findings: Findings) {
    for finding in findings.all where !isQuiet || finding.severity == .error {
      Self.write(Catalogue.text(of: finding, in: language) + "\n", to: .standardError)
    }
    let errors = findings.all.count { $0.severity == .error }
    if errors > 1 { note("cli.errors", ["count": String(errors)]) }
  }

  /// Writes an error.
  func error(_ key: String, _ arguments: [String: String] = [:]) {
    let text = Catalogue.text(key, in: language, arguments)
    Self.write("releve: \(text)\n", to: .standardError)
  }

  /// Whether progress may be shown: only on a terminal, never in a pipe.
  var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Shows a line of progress in place of the one before.
  func progress(_ text: String) {
    guard showsProgress else { return }
    Self.write("\r\u{1B}[2K\(text)", to: .standardError)
  }

  /// Clears the line of progress.
  func endProgress() {
    guard showsProgress else { return }
    Self.write("\r\u{1B}[2K", to: .standardError)
  }

  /// Columns of the terminal, or 110 where there is none.
  var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 110 }
    return min(110, max(60, Int(size.ws_col)))
  }

  /// Columns for a line of progress: one less than the terminal has, so that none wraps.
  var progressWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 79 }
    return max(20, Int(size.ws_col) - 1)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that went away (a closed pipe) is not an error of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
