// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Testing

@Suite struct `Studies unlike the others` {
  /// Seeds 8001…8020 of each variant, with 4…13 beneficiaries, every second one rehearsed.
  static let batches = Support.batches(4)

  @Test(arguments: Variant.allCases, batches)
  func `have the optima of the whole solve, or end as it does`(
    variant: Variant, batch: Int
  ) throws {
    for seed in UInt64(8001 + 5 * batch)...UInt64(8005 + 5 * batch) {
      let study = variant.scenario(seed: seed, beneficiaries: 4 + Int(seed % 10))
      let complaints = try Agreement.complaints(about: study, rehearses: seed % 2 == 0)
      #expect(complaints.isEmpty, "\(variant) \(seed): \(complaints)")
    }
  }

  /// Seeds 8101…8130.
  @Test(arguments: Support.batches(6))
  func `are solved as well with one beneficiary`(batch: Int) throws {
    for seed in UInt64(8101 + 5 * batch)...UInt64(8105 + 5 * batch) {
      let study = Support.scenario(seed: seed, beneficiaries: 1)
      let complaints = try Agreement.complaints(about: study)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  /// A block of a beneficiary that may put nothing in place is small or none at all.
  @Test func `have blocks that lack measures where they are to have them`() throws {
    let study = Variant.emptyBlocks.scenario(seed: 8001, beneficiaries: 6)
    let program = try Formulation.compile(study).program
    let deployed = (0..<program.rowCount).map { program.rowNames[$0] }.filter {
      $0.hasPrefix("deployed[")
    }
    for (position, one) in study.beneficiaries.enumerated() {
      let has = deployed.contains { $0.contains(one.id.rawValue) }
      #expect(has == (position % 3 != 1), "\(one.id.rawValue)")
    }
  }

  /// Ties would go unnoticed in a study that has none.
  @Test func `have many best plans where they are to have them`() throws {
    let study = Variant.identicalBeneficiaries.scenario(seed: 8003, beneficiaries: 6)
    let formulation = try Formulation.compile(study)
    let whole = try Agreement.whole(formulation.program, formulation.levels[0].objective)
    let idle = whole.basis?.columns.indices.filter {
      whole.basis?.columns[$0] != .basic && abs(whole.reducedCosts[$0]) < 1e-12
    }
    #expect((idle?.count ?? 0) > 0)
  }
}
