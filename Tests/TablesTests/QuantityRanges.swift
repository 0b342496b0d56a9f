// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Tables
import Testing

@Suite struct `Ranges of quantities` {
  @Test(arguments: [
    ("60 M€", "100 M€", "10 M€", ["60 M€", "70 M€", "80 M€", "90 M€", "100 M€"]),
    ("60", "80 M€", "10", ["60 M€", "70 M€", "80 M€"]),
    ("0,1", "0,3", "0,1", ["0.1", "0.2", "0.3"]), ("0 %", "2,5 %", "1 %", ["0 %", "1 %", "2 %"]),
    ("-1", "1", "1", ["-1", "0", "1"]),
    ("1 437,5 k€", "1 438 k€", "0,25 k€", ["1437.5 k€", "1437.75 k€", "1438 k€"]),
    ("2026", "2028", "1", ["2026", "2027", "2028"]),
  ])
  func `by a step`(first: String, last: String, step: String, values: [String]) throws {
    #expect(try QuantityRange.values(from: first, to: last, step: step) == values)
  }

  @Test(arguments: [
    ("60 M€", "100 M€", 5, ["60 M€", "70 M€", "80 M€", "90 M€", "100 M€"]),
    ("0", "1", 4, ["0", "0.33", "0.67", "1"]), ("10 %", "20 %", 2, ["10 %", "20 %"]),
    ("-1", "0", 4, ["-1", "-0.67", "-0.33", "0"]),
  ])
  func `by a number of values`(
    first: String, last: String, count: Int, values: [String]
  ) throws {
    #expect(try QuantityRange.values(from: first, to: last, count: count) == values)
  }

  @Test func `what is none is refused with the reason`() {
    func problem(_ first: String, _ last: String, _ step: String) -> QuantityRange.Problem? {
      #expect(throws: QuantityRange.Problem.self) {
        try QuantityRange.values(from: first, to: last, step: step)
      }
    }
    #expect(problem("100 M€", "60 M€", "10 M€") == .reversed)
    #expect(problem("60 M€", "100 k€", "10 M€") == .twoUnits("M€", "k€"))
    #expect(problem("60 M€", "100 M€", "0 M€") == .stepNotPositive)
    #expect(problem("60 M€", "100 M€", "-1 M€") == .stepNotPositive)
    #expect(problem("60 M€", "65 M€", "10 M€") == .tooFew)
    #expect(problem("some", "65 M€", "10 M€") == .notNumber("some"))
    #expect(problem("0", "1000000000", "1") == .tooMany)
    #expect(problem("0", "123456789012345678", "0,0000001") == .tooMany)
    #expect(
      #expect(throws: QuantityRange.Problem.self) {
        try QuantityRange.values(from: "2", to: "1", count: 3)
      } == .reversed)
    #expect(
      #expect(throws: QuantityRange.Problem.self) {
        try QuantityRange.values(from: "0", to: "1", count: 5000)
      } == .tooMany)
  }
}

@Suite struct `The place of a file` {
  @Test func `is looked at before long work, and left as it was`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "results.csv").path
    func code(_ path: String, mayReplace: @escaping ([UInt8]) -> Bool = { _ in false }) -> String? {
      do throws(Findings) {
        try AtomicFile.checkPlace(path, mayReplace: mayReplace)
        return nil
      } catch {
        return error.all.first?.code.rawValue
      }
    }
    #expect(code(path) == nil)
    try Data("case,a\n".utf8).write(to: URL(filePath: path))
    #expect(code(path) == "tables.outputExists")
    #expect(code(path, mayReplace: { $0.starts(with: "case,".utf8) }) == nil)
    #expect(code(path, mayReplace: { $0.starts(with: "other".utf8) }) == "tables.outputExists")
    #expect(code(folder.path, mayReplace: { _ in true }) == "tables.outputExists")
    #expect(code(folder.path + "/none/results.csv") == "tables.outputFolderMissing")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["results.csv"])
  }
}
