// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Foundation
import FundingFormulation
import GLPKSolver
import LinearProgramming
import Testing
import Wording

@testable import Workbench

/// A solver that cannot solve any block; masters are no trouble to it.
private struct FaultySolver: WarmSolver {
  struct Fault: Error, CustomStringConvertible {
    var description: String { "injected" }
  }

  private let real = GLPKWarmSolver()

  var identity: String { real.identity }

  func makeThread(named name: String) -> any WarmThread {
    let thread = real.makeThread(named: name)
    return name.hasPrefix("blocks") ? FaultyThread(real: thread) : thread
  }
}

private struct FaultyThread: WarmThread {
  let real: any WarmThread

  func post(_ body: @escaping @Sendable (any WarmWorkspace) -> Void) {
    real.post { body(FaultyWorkspace($0)) }
  }
}

private final class FaultyWorkspace: WarmWorkspace {
  private let real: any WarmWorkspace

  init(_ real: any WarmWorkspace) { self.real = real }

  func add(_ program: LinearProgram, costs: [Double]) throws -> Int { throw FaultySolver.Fault() }
  func problem(_ number: Int) throws -> any WarmProblem { try real.problem(number) }
  func remove(_ number: Int) { real.remove(number) }
}

@Suite struct `A block that cannot be solved` {
  /// Fails for every block, and for nothing else.
  private static let bench = TutorialStudy.decomposing(FaultySolver())

  private func unsolved(_ request: PlanRequest) throws -> (WorkFailure, UnsolvedBlock) {
    let failure = #expect(throws: WorkFailure.self) { _ = try Self.bench.plan(request) }
    guard let failure, case .unsolvedBlock(let block) = failure else { throw NoBlock() }
    return (failure, block)
  }

  private struct NoBlock: Error {}

  @Test func `is written out with the names of the whole program, and nothing else is`() throws {
    let study = try TutorialStudy()
    let before = try study.names()
    var request = study.request()
    request.faultFolder = study.folder.path
    let (failure, block) = try unsolved(request)
    #expect(failure.kind == .internalError)
    #expect(block.reason == "injected")
    let file = try #require(block.file)
    #expect(file == study.path("releve-block-\(block.number).lp"))
    #expect(try study.names() == (before + ["releve-block-\(block.number).lp"]).sorted())
    let lines = failure.lines(in: .french).joined(separator: "\n")
    #expect(lines.contains(file) && lines.contains(block.column))
    #expect(try failure.json(in: .english).contains("\"status\" : \"internal_error\""))

    // GLPK reads the file, and it is a part of the whole program, with its names.
    let program = try Self.bench.compile(Self.bench.load(request.study).study).program
    let read = try GLPKFormats.readLP(file).program
    let columns = (0..<read.columnCount).map {
      ProgramNames.decodedFromLP(read.columnNames[$0])
    }
    #expect(columns.contains(block.column))
    let all = (0..<program.columnCount).map { program.columnNames[$0] }
    #expect(Set(columns).isSubset(of: Set(all)) && columns.count < all.count)
    let row = try #require((0..<read.rowCount).first { read.entries(of: $0).count > 1 })
    let name = ProgramNames.decodedFromLP(read.rowNames[row])
    let whole = try #require((0..<program.rowCount).first { program.rowNames[$0] == name })
    #expect(
      read.entries(of: row).map { read.coefficient[$0] }.sorted()
        == program.entries(of: whole).map { program.coefficient[$0] }.sorted())
  }

  @Test func `an earlier report stays, and a place that cannot be written is said`() throws {
    let study = try TutorialStudy()
    var request = study.request()
    request.faultFolder = study.folder.path
    let first = try unsolved(request).1
    let second = try unsolved(request).1
    #expect(second.file == study.path("releve-block-\(first.number)-2.lp"))
    request.faultFolder = study.path("missing")
    let (failure, third) = try unsolved(request)
    #expect(third.file == nil)
    #expect(failure.lines(in: .english).last == "It could not be written to a file.")
  }
}
