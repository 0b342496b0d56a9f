// SPDX-License-Identifier: GPL-3.0-or-later

extension DantzigWolfe {
  /// Radius of the first box around good prices, relative to them; it grows until the box is no
  /// longer in the way.
  static let leastRadius = 0.01
  /// Radius of the first box around the best prices of a similar program.
  static let resumedRadius = 0.03
  /// How much wider a box gets for a row that it lets the master break.
  static let wideningOfBroken = 4.0
  /// Radius at which new points are asked for, be the box in the way or not.
  static let wideRadius = 0.3
  /// Radius of the box around the best known prices once there is a mixture: masters whose prices
  /// may move without end run in circles.
  static let keptRadius = 0.1
  /// Relative gap up to which the best known prices are near the optimum.
  static let farGap = 0.3
  /// Radius beyond which there is no mixture.
  static let greatestRadius = 1e5

  /// Keeps prices near the best known ones as soon as a mixture and a bound are known.
  ///
  /// With goals held, prices range over many powers of ten: no box is right for them.
  func stayNear() {
    guard !master.isElastic, costs.goals.isEmpty, radius <= Self.greatestRadius, let incumbent,
      let centre,
      abs(incumbent.cost - bound) <= Self.farGap * max(abs(incumbent.cost), abs(bound))
    else { return }
    if !isNear {
      (isNear, radius) = (true, Self.keptRadius)
      forgetWidening()
    }
    // A box that had to be small for one master need not be for the next.
    if radius < Self.keptRadius { radius = min(Self.keptRadius, 3 * radius) }
    setBox(around: centre)
  }

  /// Keeps the prices of the next master near known ones.
  func setBox(around centre: [Double]) {
    let units = master.priceUnits
    let radii = centre.indices.map {
      radius * widening[$0] * max(abs(centre[$0]), 0.01 * units[$0])
    }
    master.breaking = .priced(
      PriceBox(
        around: centre, radius: radii, rowLower: master.rowLower, rowUpper: master.rowUpper))
  }

  func forgetWidening() { widening = [Double](repeating: 1, count: master.rowLower.count) }

  func resizeBox(_ factor: Double, around centre: [Double]) {
    radius *= factor
    setBox(around: centre)
  }

  /// Makes the box wider where it is in the way, and solves the master again.
  func widenBox(_ factor: Double) throws -> SearchEnd? {
    guard case .priced = master.breaking, master.usesArtificial, let centre else { return nil }
    resizeBox(factor, around: centre)
    return try solveMaster(hasNewCosts: true)
  }

  /// Makes the box wider for the rows that it lets the master break, and solves the master again.
  func widenForBrokenRows() throws -> SearchEnd? {
    guard case .priced = master.breaking, master.usesArtificial, let centre else { return nil }
    for (position, value) in master.artificial.enumerated() where value > 1e-9 {
      widening[position / 2] *= Self.wideningOfBroken
    }
    setBox(around: centre)
    return try solveMaster(hasNewCosts: true)
  }

  /// Whether prices may be kept nearer to the best known ones, which makes the master easier.
  var canShrinkBox: Bool {
    guard case .priced = master.breaking else { return false }
    return isNear && radius > Self.leastRadius
  }
}
