// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SideBySide
import Testing

@Suite struct `Work side by side` {
  struct Fault: Error, Equatable { let place: Int }

  @Test(arguments: [1, 2, 7])
  func `answers come in the order of the elements`(threads: Int) {
    let answers = Concurrent.map(Array(0..<100), threads: threads) { place -> Int in
      // The first ones take longest.
      if place < 3 { Thread.sleep(forTimeInterval: 0.01) }
      return place * place
    }
    #expect(answers == (0..<100).map { $0 * $0 })
  }

  @Test func `nothing comes of nothing`() {
    #expect(Concurrent.map([Int]()) { $0 }.isEmpty)
  }

  @Test func `the error of the first element counts, whichever is met first`() {
    #expect(throws: Fault(place: 2)) {
      try Concurrent.map(Array(0..<8), threads: 4) { place throws(Fault) -> Int in
        if place == 2 { Thread.sleep(forTimeInterval: 0.02) }
        if place >= 2 { throw Fault(place: place) }
        return place
      }
    }
  }

  @Test func `such work may be asked for within such work`() {
    let sums = Concurrent.map(Array(1...6), threads: 3) { size in
      Concurrent.map(Array(0..<size), threads: 3) { $0 }.reduce(0, +)
    }
    #expect(sums == [0, 1, 3, 6, 10, 15])
  }
}
