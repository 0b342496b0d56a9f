// SPDX-License-Identifier: GPL-3.0-or-later

/// The tutorial's files, embedded in the binary so that it needs nothing beside it.
enum TutorialFiles {
  /// One file.
  struct File {
    /// Path in the folder.
    let name: String
    /// Content in UTF-8.
    let bytes: [UInt8]
  }

  /// Every file of the tutorial.
  static let all = [
    File(name: "study.yaml", bytes: PackageResources.study_yaml),
    File(name: "layers/more-money.yaml", bytes: PackageResources.more_money_yaml),
    File(name: "mechanisms/by-agents.yaml", bytes: PackageResources.by_agents_yaml),
    File(name: "mechanisms/flat-by-size.yaml", bytes: PackageResources.flat_by_size_yaml),
    File(name: "tables/beneficiaries.csv", bytes: PackageResources.beneficiaries_csv),
    File(name: "tables/contributions.csv", bytes: PackageResources.contributions_csv),
    File(name: "tables/deployment.csv", bytes: PackageResources.deployment_csv),
    File(name: "tables/effects.csv", bytes: PackageResources.effects_csv),
    File(name: "tables/measures.csv", bytes: PackageResources.measures_csv),
    File(name: "tables/objectives.csv", bytes: PackageResources.objectives_csv),
    File(name: "tables/prerequisites.csv", bytes: PackageResources.prerequisites_csv),
    File(name: "tables/staffing.csv", bytes: PackageResources.staffing_csv),
    File(name: "tables/threats.csv", bytes: PackageResources.threats_csv),
  ]
}
