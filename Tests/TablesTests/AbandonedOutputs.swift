// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

@Suite struct `Outputs that are abandoned` {
  /// A place that a test and the process it starts both know.
  private static func place(_ name: String, of process: pid_t) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "releve-\(name)-\(process)")
  }

  @Test func `a process that ends in their middle removes them, and keeps what is whole`()
    async throws
  {
    let place = Self.place("abandoned", of: getpid())
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    await #expect(processExitsWith: .exitCode(130)) {
      let place = Self.place("abandoned", of: getppid()).path
      let whole = try AtomicFolder(path: place + "/whole")
      try whole.write([1], as: "file")
      try whole.commit()
      let begun = try AtomicFolder(path: place + "/begun")
      try begun.write([1, 2, 3], as: "charts/file")
      UnfinishedOutputs.removeAll(andExit: 130)
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
    #expect(names == ["whole", "whole/file"])
  }
}
