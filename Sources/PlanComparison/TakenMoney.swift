// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether more money, less or the same took from anyone, and from whom.
public struct TakenMoney: Sendable {
  /// How the public money to spend compares.
  public enum Means: String, Sendable, Codable, CaseIterable {
    case more
    case less
    case same
  }

  /// How the public money that the second plan may spend compares with the first.
  public let means: Means
  /// Beneficiaries that get less beyond unchanged, the largest fall in euros first.
  public let losers: [Movement]
  /// How many get more beyond unchanged.
  public let winners: Int
  /// Whole euros that the losers lose together, at least 0.
  public let lost: Int
  /// Whole euros that the winners gain together, at least 0.
  public let gained: Int

  /// Whether more money took from somebody.
  public var tookDespiteMore: Bool { means == .more && !losers.isEmpty }

  /// Finds out.
  ///
  /// - Parameters:
  ///   - movements: all movements.
  ///   - countedCents: public money that each plan counts on, in cents.
  public init(_ movements: Movements, countedCents: (before: Int, after: Int)) {
    means =
      countedCents.after > countedCents.before
      ? .more : countedCents.after < countedCents.before ? .less : .same
    losers = movements.largest(rising: false, count: .max).filter(\.band.isLoss)
    let gains = movements.all.filter(\.band.isGain)
    winners = gains.count
    lost = -losers.reduce(0) { $0 + $1.difference }
    gained = gains.reduce(0) { $0 + $1.difference }
  }
}
