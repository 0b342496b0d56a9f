// SPDX-License-Identifier: GPL-3.0-or-later

/// The fitted parameters of the national population, class by class.
///
/// Numbers of units: candidates to the first CaRE call and their rates of application
/// (134 / 100 %, 18 / 86 %, 292 / 71 %, 763 / 88 %), which give 134, 21, 411 and 867.
/// Sizes: quantiles of the SAE 2023 (DREES, open licence) over legal entities and groups, rounded to
/// two or three digits, the upper ones drawn in so that the mean is that of the source. Agents are
/// salaried, liberal and non-medical head-count. No row of the source is kept here.
enum PublishedProfiles {
  /// The four classes, in the order of ``CandidateClass``.
  static let all = [groups, publicOutsideGroups, nonProfit, forProfit]

  /// GHT: SAE 2023 bordereau GHT, 135 groups, 854,171 agents.
  static let groups = ClassProfile(
    candidateClass: .ght, units: 134, noun: "Groupement",
    agents: QuantileCurve([
      (0, 830), (0.05, 1_930), (0.1, 2_170), (0.25, 2_950), (0.5, 4_770), (0.75, 7_530),
      (0.9, 13_000), (0.95, 15_800), (0.98, 20_500), (1, 25_700),
    ]),
    publishedMeanAgents: 6_327.19, publishedMedianAgents: 4_770, publishedBedsPerAgent: 0.2440,
    publishedStaysPerAgent: 11.117,
    bands: [
      band(3_000, [0.16, 0.24, 0.26, 0.29, 0.35], [5, 9.5, 11.6, 13.4, 15], [1.5, 3, 4.5, 6, 9]),
      band(
        7_000, [0.18, 0.24, 0.26, 0.28, 0.34], [2.2, 9.8, 11.1, 13.1, 15.7], [3, 5, 8, 10, 15]),
      band(
        nil, [0.18, 0.21, 0.23, 0.25, 0.28], [9, 10.6, 11.5, 12.2, 13.4], [9, 13, 16, 20, 28]),
    ],
    regions: [
      share("11", 18, 804), share("24", 6, 360), share("27", 11, 455), share("28", 11, 516),
      share("32", 16, 918), share("44", 13, 1_040), share("52", 5, 521), share("53", 8, 504),
      share("75", 12, 909), share("76", 14, 752), share("84", 13, 1_092), share("93", 6, 622),
      share("94", 2, 48),
    ])

  /// Public outside the groups, 122,998 agents in the source.
  ///
  /// SAE 2023: public legal entities of the overseas regions, the largest one of Île-de-France and
  /// the army's. Their number by region is an assumption.
  static let publicOutsideGroups = ClassProfile(
    candidateClass: .publicOutsideGroup, units: 21, noun: "Hôpital hors groupement",
    agents: QuantileCurve([
      (0, 100), (0.25, 480), (0.5, 1_300), (0.75, 3_200), (0.9, 6_200), (0.9523, 8_100),
      (0.95238, 80_000), (1, 81_000),
    ]),
    publishedMeanAgents: 5_857.05, publishedMedianAgents: nil, publishedBedsPerAgent: 0.1870,
    publishedStaysPerAgent: 10.48,
    bands: [
      band(1_000, [0.16, 0.22, 0.27, 0.31, 0.42], [0, 2, 8, 10, 14], [1, 1, 1, 1.4, 2.4]),
      band(20_000, [0.13, 0.15, 0.17, 0.19, 0.21], [6, 8, 10, 12, 14], [1, 2, 3, 5, 7]),
      band(
        nil, [0.18, 0.185, 0.19, 0.195, 0.2], [10.6, 10.9, 11.1, 11.3, 11.6], [34, 36, 38, 40, 42]),
    ],
    regions: [
      share("01", 4, 75), share("02", 3, 84), share("03", 2, 47), share("04", 3, 118),
      share("06", 1, 31), share("11", 4, 813), share("76", 1, 10), share("84", 1, 10),
      share("93", 2, 70),
    ])

  /// Private non-profit: SAE 2023, 433 legal entities with agents, 174,860 agents.
  static let nonProfit = ClassProfile(
    candidateClass: .nonProfit, units: 411, noun: "Établissement non lucratif",
    agents: QuantileCurve([
      (0, 4), (0.05, 23), (0.1, 31), (0.25, 59), (0.5, 163), (0.75, 440), (0.9, 1_090),
      (0.95, 1_360), (0.98, 2_300), (1, 3_850),
    ]),
    publishedMeanAgents: 403.83, publishedMedianAgents: 163, publishedBedsPerAgent: 0.3131,
    publishedStaysPerAgent: 10.38,
    bands: [
      band(100, [0, 0, 0.34, 0.79, 2.1], [0, 0, 0, 4, 31], [1, 1, 1, 1.4, 5]),
      band(500, [0, 0.04, 0.37, 0.57, 0.96], [0, 0, 0, 2.1, 54], [1, 1, 1.4, 3.4, 11]),
      band(nil, [0, 0.13, 0.25, 0.42, 0.65], [0, 0, 9.2, 19.5, 36.6], [1, 1, 2.4, 6, 25]),
    ],
    regions: [
      share("01", 2, 1), share("02", 1, 1), share("03", 1, 1), share("04", 4, 10),
      share("11", 74, 394), share("24", 11, 22), share("27", 13, 38), share("28", 12, 68),
      share("32", 28, 146), share("44", 39, 212), share("52", 20, 66), share("53", 24, 118),
      share("75", 50, 116), share("76", 46, 114), share("84", 62, 287), share("93", 43, 155),
      share("94", 3, 1),
    ])

  /// Private for-profit: SAE 2023, 942 legal entities with agents, 203,993 agents.
  static let forProfit = ClassProfile(
    candidateClass: .forProfit, units: 867, noun: "Clinique",
    agents: QuantileCurve([
      (0, 3), (0.05, 24), (0.1, 35), (0.25, 60), (0.5, 117), (0.75, 254), (0.9, 483),
      (0.95, 657), (0.98, 832), (1, 2_430),
    ]),
    publishedMeanAgents: 216.55, publishedMedianAgents: 117, publishedBedsPerAgent: 0.4457,
    publishedStaysPerAgent: 33.53,
    bands: [
      band(100, [0, 0, 0.78, 1.13, 1.95], [0, 0, 0, 4, 50], [1, 1, 1, 1.2, 2.2]),
      band(300, [0, 0.24, 0.38, 0.68, 1.26], [0, 0, 31.6, 55.5, 87.4], [1, 1, 1, 1.4, 3.2]),
      band(nil, [0.15, 0.27, 0.31, 0.4, 0.89], [0, 31.5, 40.9, 48.8, 67.7], [1, 1, 1.4, 2.4, 6]),
    ],
    regions: [
      share("01", 14, 26), share("02", 5, 9), share("03", 5, 6), share("04", 21, 44),
      share("06", 2, 1), share("11", 163, 438), share("24", 40, 63), share("27", 36, 62),
      share("28", 44, 92), share("32", 62, 145), share("44", 40, 77), share("52", 35, 104),
      share("53", 27, 66), share("75", 89, 181), share("76", 118, 297), share("84", 90, 189),
      share("93", 134, 220), share("94", 17, 18),
    ])

  private static func band(
    _ upTo: Int?, _ beds: [Double], _ stays: [Double], _ sites: [Double]
  ) -> ClassProfile.SizeBand {
    ClassProfile.SizeBand(
      upTo: upTo, beds: QuantileCurve(quarters: beds), stays: QuantileCurve(quarters: stays),
      sites: QuantileCurve(quarters: sites))
  }

  private static func share(
    _ region: String, _ units: Int, _ hundredsOfAgents: Int
  ) -> ClassProfile.RegionShare {
    ClassProfile.RegionShare(region: region, units: units, hundredsOfAgents: hundredsOfAgents)
  }
}
