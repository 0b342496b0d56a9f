// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel

/// Which study to work on.
public struct StudyRequest: Sendable, Hashable {
  /// `STUDY+LAYER+LAYER`.
  public var specification: String
  /// INSEE code of the one region to plan; `nil`: the whole study.
  public var region: String?
  /// Parameters set last, as `path=value`.
  public var overrides: [String]

  /// Creates a request.
  public init(_ specification: String, region: String? = nil, overrides: [String] = []) {
    self.specification = specification
    self.region = region
    self.overrides = overrides
  }
}
