// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel

/// Legal statuses by the codes of the registers.
enum LegalStatus {
  /// From the code of legal status of FINESS (nomenclature of 26 May 2025).
  ///
  /// 01–30 are bodies, 40–66 and 89 private non-profit, 70–95 otherwise commercial; 90,
  /// foreign, tells nothing.
  static func status(ofCode code: String) -> Beneficiary.Status? {
    guard code.utf8.count == 2, let value = Int(code) else { return nil }
    switch value {
    case 1...30: return .publicSector
    case 40...66, 89: return .nonProfit
    case 90: return nil
    case 70...95: return .forProfit
    default: return nil
    }
  }

  /// From STJR of the SAE: 1 public, 2 for profit, 3 non-profit.
  static func status(ofSAE code: String) -> Beneficiary.Status? {
    switch code {
    case "1": .publicSector
    case "2": .forProfit
    case "3": .nonProfit
    default: nil
    }
  }

  /// From `codesph` of FINESS, where it tells: 1 public; 2, 3, 6, 7 non-profit.
  static func status(ofSector code: String) -> Beneficiary.Status? {
    switch code {
    case "1": .publicSector
    case "2", "3", "6", "7": .nonProfit
    default: nil
    }
  }
}
