// SPDX-License-Identifier: GPL-3.0-or-later

extension Scenario {
  /// The scenario as somebody sees it who plans from one year to the next: only its first years.
  ///
  /// Envelopes, targets and rules of later years are not known: they do not exist. What is promised
  /// over the whole horizon (floors, the amounts of `no_worse`) is asked for in proportion to the
  /// years seen; ceilings over the horizon stay whole, since nothing keeps anybody from reaching them
  /// early. What lasts after the horizon is looked at in the last year only.
  ///
  /// A vehicle that pays later commits the money of the year in which it pays: it is seen by years of
  /// commitment, unless it pays shared services, whose payments know no delay.
  ///
  /// - Parameter count: Number of years seen, from 1; the whole horizon gives the scenario itself.
  /// - Returns: The scenario as it is seen.
  public func seen(years count: Int) -> Scenario {
    guard count < horizon.count, let short = Horizon(first: horizon.first, count: max(1, count))
    else { return self }
    let part = Double(short.count) / Double(horizon.count)
    var result = self
    result.horizon = short
    let forServices = Set(services.flatMap(\.vehicles))
    result.vehicles = vehicles.map {
      Self.seen($0, years: short.count, part: part, isForServices: forServices.contains($0.id))
    }
    for place in targets.indices {
      result.targets[place].levels = Array(targets[place].levels.prefix(short.count))
    }
    for place in staffing.indices {
      result.staffing[place].available = Array(staffing[place].available.prefix(short.count))
    }
    result.deployment = deployment.filter { $0.by <= short.last }
    result.fairness.noWorseThan = fairness.noWorseThan.mapValues { $0.scaled(by: part) }
    result.sustainability = nil
    result.goals = Self.withoutCliff(goals)
    result.locked = locked.filter { $0.year <= short.last }
    return result
  }

  /// Goals of somebody who does not look beyond the horizon; with no other, as little money as can be.
  private static func withoutCliff(_ goals: [GoalLevel]) -> [GoalLevel] {
    let others = goals.compactMap { level -> GoalLevel? in
      var level = level
      level.terms.removeAll { $0.goal == .budgetCliff }
      return level.terms.isEmpty ? nil : level
    }
    return others.isEmpty ? [GoalLevel(.publicMoney)] : others
  }

  private static func seen(
    _ vehicle: Vehicle, years count: Int, part: Double, isForServices: Bool
  ) -> Vehicle {
    var result = vehicle
    if vehicle.lag > 0, !isForServices {
      result.lag = 0
      result.amounts = Array(vehicle.amounts.dropFirst(vehicle.lag).prefix(count))
      while result.amounts.count < count { result.amounts.append(EnvelopeYear()) }
    } else {
      result.amounts = Array(vehicle.amounts.prefix(count))
    }
    result.entitlements = vehicle.entitlements?.mapValues { Array($0.prefix(count)) }
    if let floor = vehicle.floor, floor.period == .horizon {
      result.floor = floor.scaled(by: part)
    }
    return result
  }
}

extension BeneficiaryLimit {
  /// The limit with every amount multiplied.
  func scaled(by factor: Double) -> BeneficiaryLimit {
    var result = self
    switch schedule {
    case .sized(var amount):
      amount.fixed = amount.fixed.scaled(by: factor)
      for place in amount.terms.indices {
        amount.terms[place].perUnit = amount.terms[place].perUnit.scaled(by: factor)
      }
      result.schedule = .sized(amount)
    case .banded(var bands):
      for place in bands.bands.indices {
        bands.bands[place].value = bands.bands[place].value.scaled(by: factor)
      }
      result.schedule = .banded(bands)
    }
    return result
  }
}

extension Scenario {
  /// The scenario with a share of the money of its vehicles; what lasts after the horizon stays.
  ///
  /// - Parameters:
  ///   - factor: What secured and announced amounts are multiplied by.
  ///   - vehicle: The one vehicle concerned; `nil`: all.
  /// - Returns: The scenario with that money.
  public func withMoney(scaledBy factor: Double, of vehicle: VehicleID? = nil) -> Scenario {
    var result = self
    for place in vehicles.indices where vehicle == nil || vehicles[place].id == vehicle {
      result.vehicles[place].amounts = vehicles[place].amounts.map {
        EnvelopeYear(
          secured: $0.secured.scaled(by: factor), announced: $0.announced.scaled(by: factor))
      }
    }
    return result
  }
}
