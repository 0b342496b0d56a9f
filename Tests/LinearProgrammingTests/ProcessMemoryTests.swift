// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `Memory of the process` {
  // Processes of their own: other tests of this one take memory and give it back meanwhile.

  @Test func `what it holds grows with what is used, and the peak is no less`() async {
    await #expect(processExitsWith: .success) {
      let before = ProcessMemory.resident
      #expect(before > 1 << 20)
      // Every page is touched: what is only reserved is not resident.
      let large = [UInt8](repeating: 1, count: 256 << 20)
      #expect(ProcessMemory.resident - before > 128 << 20)
      #expect(ProcessMemory.peak - before > 128 << 20)
      #expect(large.last == 1)
    }
  }

  @Test func `the system is not asked at every call`() async {
    await #expect(processExitsWith: .success) {
      let limit = ProcessMemory.resident + 128 << 20
      let watch = MemoryWatch(limit: limit, pause: .seconds(3600))
      #expect(!watch.isOver)
      let large = [UInt8](repeating: 1, count: 512 << 20)
      #expect(!watch.isOver)
      #expect(MemoryWatch(limit: limit).isOver)
      #expect(large.last == 1)
    }
  }

  @Test func `a watch without a limit never stops anybody`() {
    #expect(!MemoryWatch(limit: nil).isOver)
    #expect(!MemoryWatch(limit: .max).isOver)
  }

  @Test func `a limit that was passed stays passed`() {
    let watch = MemoryWatch(limit: 1, pause: .zero)
    #expect(watch.isOver)
    #expect(watch.isOver)
  }
}
