// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Glibc

/// The folder of temporary files.
struct ScratchFolder {
  let path: String

  /// Finds out whether files can be made there, and whether so many bytes fit.
  ///
  /// - Throws: a finding where not.
  func check(room bytes: Int, for file: String) throws(Findings) {
    var template = Array("\(path)/.releve-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .about(
        file, errno == ENOSPC || errno == EDQUOT ? .scratchFull : .noScratch, ["folder": path])
    }
    unlink(template)
    defer { close(descriptor) }
    var status = statvfs()
    guard fstatvfs(descriptor, &status) == 0 else { return }
    let free = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    guard free.overflow || free.partialValue >= UInt64(bytes) else {
      throw .about(file, .scratchFull, ["folder": path])
    }
  }
}
