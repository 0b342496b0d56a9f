// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of the French regions by INSEE code, with the little words French needs around them.
///
/// Source: INSEE, code officiel géographique 2025 (regions); English forms where one is usual.
public enum RegionNames {
  /// One region.
  struct Entry: Sendable {
    let name: String
    /// Where something is: `en Bretagne`.
    let place: String
    /// Whose something is: `de Bretagne`.
    let owner: String
    let english: String
  }

  /// The name of a region; the code itself where it is not one of INSEE's.
  public static func name(of code: String, in language: Language) -> String {
    guard let entry = entries[code] else { return code }
    return language == .french ? entry.name : entry.english
  }

  /// The region as a place: `en Bretagne`, `in Brittany`.
  public static func place(_ code: String, in language: Language) -> String {
    guard language == .french else { return "in \(name(of: code, in: language))" }
    return entries[code]?.place ?? "dans la région \(code)"
  }

  /// The region as an owner: `de Bretagne`, `of Brittany`.
  public static func owner(_ code: String, in language: Language) -> String {
    guard language == .french else { return "of \(name(of: code, in: language))" }
    return entries[code]?.owner ?? "de la région \(code)"
  }

  private static func entry(
    _ name: String, _ place: String, _ owner: String, _ english: String? = nil
  ) -> Entry {
    Entry(name: name, place: place, owner: owner, english: english ?? name)
  }

  static let entries: [String: Entry] = [
    "01": entry("Guadeloupe", "en Guadeloupe", "de Guadeloupe"),
    "02": entry("Martinique", "en Martinique", "de Martinique"),
    "03": entry("Guyane", "en Guyane", "de Guyane", "French Guiana"),
    "04": entry("La Réunion", "à La Réunion", "de La Réunion", "Réunion"),
    "06": entry("Mayotte", "à Mayotte", "de Mayotte"),
    "11": entry("Île-de-France", "en Île-de-France", "d’Île-de-France"),
    "24": entry("Centre-Val de Loire", "en Centre-Val de Loire", "du Centre-Val de Loire"),
    "27": entry(
      "Bourgogne-Franche-Comté", "en Bourgogne-Franche-Comté", "de Bourgogne-Franche-Comté"),
    "28": entry("Normandie", "en Normandie", "de Normandie", "Normandy"),
    "32": entry("Hauts-de-France", "dans les Hauts-de-France", "des Hauts-de-France"),
    "44": entry("Grand Est", "dans le Grand Est", "du Grand Est"),
    "52": entry("Pays de la Loire", "dans les Pays de la Loire", "des Pays de la Loire"),
    "53": entry("Bretagne", "en Bretagne", "de Bretagne", "Brittany"),
    "75": entry("Nouvelle-Aquitaine", "en Nouvelle-Aquitaine", "de Nouvelle-Aquitaine"),
    "76": entry("Occitanie", "en Occitanie", "d’Occitanie"),
    "84": entry("Auvergne-Rhône-Alpes", "en Auvergne-Rhône-Alpes", "d’Auvergne-Rhône-Alpes"),
    "93": entry(
      "Provence-Alpes-Côte d’Azur", "en Provence-Alpes-Côte d’Azur",
      "de Provence-Alpes-Côte d’Azur"),
    "94": entry("Corse", "en Corse", "de Corse", "Corsica"),
  ]
}
