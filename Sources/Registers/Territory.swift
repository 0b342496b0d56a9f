// SPDX-License-Identifier: GPL-3.0-or-later

/// Departments and regions of France, by their INSEE codes.
///
/// Source: code officiel géographique (INSEE), regions of 1 January 2016 and after. FINESS and the
/// SAE write overseas departments `9A` to `9F`; the codes given here are INSEE's (`971` to `976`).
public enum Territory {
  /// Codes of the 18 regions, in order.
  public static let regions = [
    "01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84",
    "93", "94",
  ]

  private static let departments: [String: [String]] = [
    "01": ["971"], "02": ["972"], "03": ["973"], "04": ["974"], "06": ["976"],
    "11": ["75", "77", "78", "91", "92", "93", "94", "95"],
    "24": ["18", "28", "36", "37", "41", "45"],
    "27": ["21", "25", "39", "58", "70", "71", "89", "90"],
    "28": ["14", "27", "50", "61", "76"],
    "32": ["02", "59", "60", "62", "80"],
    "44": ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"],
    "52": ["44", "49", "53", "72", "85"],
    "53": ["22", "29", "35", "56"],
    "75": ["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"],
    "76": ["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"],
    "84": ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"],
    "93": ["04", "05", "06", "13", "83", "84"],
    "94": ["2A", "2B"],
  ]

  private static let regionOfDepartment: [String: String] = {
    var found: [String: String] = [:]
    for region in regions {
      for department in departments[region] ?? [] { found[department] = region }
    }
    return found
  }()

  /// Codes that FINESS gives to overseas departments.
  private static let overseas = [
    "9A": "971", "9B": "972", "9C": "973", "9D": "974", "9E": "975", "9F": "976", "9J": "986",
  ]

  /// INSEE code of a department as FINESS, the SAE or INSEE write it; `nil` where it is not one.
  ///
  /// A single digit is not completed: it is the sign of a spreadsheet's copy.
  public static func department(_ code: String) -> String? {
    let insee = overseas[code] ?? code
    return regionOfDepartment[insee] != nil || insee == "975" || insee == "986" ? insee : nil
  }

  /// INSEE code of the region of a department; `nil` for one that belongs to none (`9E`, `9J`).
  public static func region(ofDepartment code: String) -> String? {
    department(code).flatMap { regionOfDepartment[$0] }
  }

  /// Whether this is the code of a region.
  public static func isRegion(_ code: String) -> Bool { regions.contains(code) }
}
