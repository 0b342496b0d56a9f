// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

extension Sandbox {
  /// Runs a line of the shell beside a small file system of its own, `small/`.
  ///
  /// - Parameters:
  ///   - size: its size, as `mount` takes it.
  ///   - line: the line, in which `$RELEVE` is the executable; what it leaves in `small/` is listed
  ///     after its own output.
  /// - Returns: how it ended; `nil`, with a known issue, where tests may not mount.
  /// - Throws: what starting the shell throws.
  func onSmallDisk(_ size: String, _ line: String) async throws -> Finished? {
    let script = """
      mkdir small && mount -t tmpfs -o size=\(size) tmpfs small || exit 99
      \(line); status=$?
      ls -A small; umount small; exit $status
      """
    let run = try await Releve.shell("unshare -m sh -c '\(script)'", in: folder)
    guard run.status != 99, !run.errors.contains("unshare") else {
      withKnownIssue("not run: this machine does not let tests mount") {
        Issue.record("a full disk could not be tried: \(run.errors)")
      }
      return nil
    }
    return run
  }
}
