// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

extension Sandbox {
  /// Expects a command to be refused with each of several further arguments, and to write nothing.
  ///
  /// - Parameters:
  ///   - command: The command with what all cases share.
  ///   - cases: Further arguments, the exit status, and words of the error.
  ///   - sourceLocation: Where it is expected.
  /// - Throws: What running a command throws.
  func expectRefusals(
    of command: [String], _ cases: [([String], Int32, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try listing()
    for (arguments, status, words) in cases {
      let run = try await Releve.run(command + arguments, in: folder)
      #expect(
        run.status == status, "\(arguments) \(run.errors)", sourceLocation: sourceLocation)
      #expect(
        run.output == "" && run.errors.contains(words), "\(run.errors)",
        sourceLocation: sourceLocation)
    }
    #expect(try listing() == before, sourceLocation: sourceLocation)
  }
}
