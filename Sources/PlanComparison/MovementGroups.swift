// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What beneficiaries are grouped by.
public enum MovementDimension: String, Sendable, Codable, CaseIterable, Hashable {
  /// Everybody together.
  case all
  /// By size band.
  case size
  /// By legal status.
  case status
  /// By region.
  case region
  /// By NIS class.
  case nisClass = "nis_class"
}

/// The beneficiaries of one group, by how far they move.
public struct MovementGroup: Sendable, Hashable {
  /// Beneficiaries of one band of the group.
  public struct Tally: Sendable, Hashable {
    /// How many.
    public var beneficiaries = 0
    /// Whole euros in the first plan.
    public var before = 0
    /// Whole euros in the second plan.
    public var after = 0
    /// Whole euros more in the second plan.
    public var difference: Int { after - before }
    /// The difference as a share of the first; `nil` where the first is nothing.
    public var change: Double? { before == 0 ? nil : Double(difference) / Double(before) }

    /// How far they move together.
    public var band: MovementBand { MovementBand(before: before, after: after) }

    mutating func add(_ movement: Movement) {
      beneficiaries += 1
      before += movement.before
      after += movement.after
    }
  }

  /// What it is grouped by.
  public let dimension: MovementDimension
  /// Name of the group (code of a region, status, class, band of agents); `nil`: not declared, or
  /// everybody.
  public let name: String?
  /// All of the group.
  public private(set) var total = Tally()
  /// One for each of MovementBand/allCases.
  public private(set) var bands = [Tally](
    repeating: Tally(), count: MovementBand.allCases.count)

  /// The tally of one band.
  public subscript(band: MovementBand) -> Tally {
    bands[MovementBand.allCases.firstIndex(of: band) ?? 0]
  }

  /// How many get less, beyond unchanged.
  public var losers: Int { self[.largeLoss].beneficiaries + self[.loss].beneficiaries }
  /// How many get more, beyond unchanged.
  public var winners: Int { self[.largeGain].beneficiaries + self[.gain].beneficiaries }

  fileprivate init(dimension: MovementDimension, name: String?) {
    self.dimension = dimension
    self.name = name
  }

  fileprivate mutating func add(_ movement: Movement) {
    total.add(movement)
    guard let place = MovementBand.allCases.firstIndex(of: movement.band) else { return }
    bands[place].add(movement)
  }
}

extension Movements {
  /// Sorts beneficiaries into groups and bands.
  ///
  /// - Parameter sizes: bands of size.
  /// - Returns: groups that have beneficiaries, by dimension, then by band of size or by name; what
  ///   is not declared comes last.
  public func groups(sizes: SizeBands) -> [MovementGroup] {
    MovementDimension.allCases.flatMap { dimension in
      var groups: [String?: MovementGroup] = [:]
      for movement in all {
        let name = Self.name(of: movement.beneficiary, by: dimension, sizes)
        groups[name, default: MovementGroup(dimension: dimension, name: name)].add(movement)
      }
      let names = groups.keys.compactMap { $0 }.sorted { left, right in
        guard dimension == .size else { return left < right }
        let order = sizes.names
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
      }
      return (names.map { Optional($0) } + [nil]).compactMap { groups[$0] }
    }
  }

  private static func name(
    of beneficiary: Beneficiary, by dimension: MovementDimension, _ sizes: SizeBands
  ) -> String? {
    switch dimension {
    case .all: nil
    case .size: sizes.name(of: beneficiary)
    case .status: beneficiary.status.rawValue
    case .region: beneficiary.region.rawValue
    case .nisClass: beneficiary.nisClass?.rawValue
    }
  }
}
