// SPDX-License-Identifier: GPL-3.0-or-later

/// The window of one claim in which a vehicle pays.
///
/// A beneficiary makes the claim once: where several windows are open to it, what it draws in one is
/// gone in the others.
public struct ClaimWindow: Sendable, Hashable, Codable {
  /// Name of the claim.
  public var claim: RuleID
  /// Name of the window; vehicles of one window pay the claim together.
  public var window: RuleID

  /// Creates a window.
  public init(claim: RuleID, window: RuleID) {
    self.claim = claim
    self.window = window
  }
}

/// One claim with the vehicles that pay it, window by window.
public struct Claim: Sendable, Hashable {
  /// Name of the claim.
  public var id: RuleID
  /// Positions of the vehicles of each window, in the order of the vehicles.
  public var windows: [[Int]]
}

extension Scenario {
  /// The claims that its vehicles name, in the order in which they are named first.
  public var claims: [Claim] {
    var order: [RuleID] = []
    var windows: [RuleID: [(window: RuleID, vehicles: [Int])]] = [:]
    for (v, vehicle) in vehicles.enumerated() {
      guard let place = vehicle.claim else { continue }
      if windows[place.claim] == nil { order.append(place.claim) }
      var known = windows[place.claim] ?? []
      if let position = known.firstIndex(where: { $0.window == place.window }) {
        known[position].vehicles.append(v)
      } else {
        known.append((place.window, [v]))
      }
      windows[place.claim] = known
    }
    return order.map { Claim(id: $0, windows: (windows[$0] ?? []).map(\.vehicles)) }
  }

  /// What a beneficiary may draw in a window if it makes its whole claim there.
  ///
  /// - Parameters:
  ///   - beneficiary: The beneficiary.
  ///   - window: Positions of the vehicles of the window.
  /// - Returns: Its entitlements to them for every need that is paid within the horizon.
  public func entitlement(of beneficiary: BeneficiaryID, in window: [Int]) -> Money {
    window.reduce(Money.zero) { sum, v in
      (0..<max(0, horizon.count - vehicles[v].lag)).reduce(sum) {
        $0 + (vehicles[v].entitlement(of: beneficiary, in: $1) ?? .zero)
      }
    }
  }
}
