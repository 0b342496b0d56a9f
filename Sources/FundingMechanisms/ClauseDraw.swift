// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Draws for one clause, from its seed and the identifier of the beneficiary alone.
///
/// The order of the beneficiaries therefore never matters, and a beneficiary more changes no draw of
/// the others.
struct ClauseDraw {
  /// What is drawn.
  enum Question: UInt64 {
    case applies = 1
    case succeeds
    case turn
  }

  let seed: Int
  let clause: RuleID

  /// A number from 0 to below 1.
  func number(_ question: Question, _ beneficiary: BeneficiaryID) -> Double {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in clause.rawValue.utf8 { mix(byte) }
    mix(0)
    for byte in beneficiary.rawValue.utf8 { mix(byte) }
    state ^= UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
    state &+= question.rawValue &* 0xD1B5_4A32_D192_ED03
    // The finish of SplitMix64: neighbouring states give unrelated numbers.
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    state ^= state >> 31
    return Double(state >> 11) / Double(UInt64(1) << 53)
  }
}
