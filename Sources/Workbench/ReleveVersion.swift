// SPDX-License-Identifier: GPL-3.0-or-later

/// The version of the tool, as it stands in every manifest.
public enum ReleveVersion {
  /// Version by semantic versioning.
  public static let current = "0.1.0"
}
