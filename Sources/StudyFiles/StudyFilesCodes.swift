// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

extension Finding.Code {
  // Files.
  static let fileMissing: Self = "tables.fileMissing"
  static let fileTooLarge: Self = "tables.fileTooLarge"
  static let studyNotFound: Self = "study.studyNotFound"
  static let layerNotFound: Self = "study.layerNotFound"
  static let layerCycle: Self = "study.layerCycle"
  static let tooManyLayers: Self = "study.tooManyLayers"
  static let emptyName: Self = "study.emptyName"
  static let tableMissing: Self = "study.tableMissing"
  static let notStudy: Self = "study.notStudy"
  static let layerMarkMissing: Self = "study.layerMarkMissing"
  static let layerUsedAsStudy: Self = "study.layerUsedAsStudy"
  static let studyUsedAsLayer: Self = "study.studyUsedAsLayer"

  // YAML.
  static let notUTF8: Self = "study.notUTF8"
  static let notYaml: Self = "study.notYaml"
  static let severalDocuments: Self = "study.severalDocuments"
  static let anchor: Self = "study.anchor"
  static let nestedTooDeep: Self = "study.nestedTooDeep"
  static let keyNotText: Self = "study.keyNotText"
  static let duplicateKey: Self = "study.duplicateKey"

  // Keys and shapes.
  static let unknownKey: Self = "study.unknownKey"
  static let missingKey: Self = "study.missingKey"
  static let valueWanted: Self = "study.valueWanted"
  static let listWanted: Self = "study.listWanted"
  static let mappingWanted: Self = "study.mappingWanted"
  static let emptyItem: Self = "study.emptyItem"
  static let repeatedItem: Self = "study.repeatedItem"

  // Single values. Faults of quantities have codes `study.<reason>`, see ``ScalarType``.
  static let versionUnknown: Self = "study.versionUnknown"
  static let notIdentifier: Self = "study.notIdentifier"
  static let negativeAmount: Self = "study.negativeAmount"
  static let shareAboveOne: Self = "study.shareAboveOne"
  static let outOfRange: Self = "study.outOfRange"
  static let notYear: Self = "study.notYear"
  static let notFlag: Self = "study.notFlag"
  static let notAllowed: Self = "study.notAllowed"

  // Layers.
  static let layerNamesUnknown: Self = "study.layerNamesUnknown"
  static let nothingToRemove: Self = "study.nothingToRemove"
  static let requiredRemoved: Self = "study.requiredRemoved"
  static let notPath: Self = "study.notPath"

  // Links and rules.
  static let emptyHorizon: Self = "study.emptyHorizon"
  static let yearOutside: Self = "study.yearOutside"
  static let unknownGroup: Self = "study.unknownGroup"
  static let noBeneficiary: Self = "study.noBeneficiary"
  static let effectNotBelowOne: Self = "study.effectNotBelowOne"
  static let bandWithoutEdge: Self = "study.bandWithoutEdge"
  static let lastBandHasEdge: Self = "study.lastBandHasEdge"
  static let bandsOutOfOrder: Self = "study.bandsOutOfOrder"
  static let bandsByTwoSizes: Self = "study.bandsByTwoSizes"
  static let bandsWithoutSize: Self = "study.bandsWithoutSize"
  static let severityTwice: Self = "study.severityTwice"
  static let prerequisiteCycle: Self = "study.prerequisiteCycle"
  static let resultsWithoutObjective: Self = "study.resultsWithoutObjective"
  static let resultsWithoutCeiling: Self = "study.resultsWithoutCeiling"
  static let resultsCeilingPerYear: Self = "study.resultsCeilingPerYear"
  static let limitWithoutAmount: Self = "study.limitWithoutAmount"
  static let limitTwoWays: Self = "study.limitTwoWays"
  static let capacityBelowInitial: Self = "study.capacityBelowInitial"
  static let targetFalls: Self = "study.targetFalls"
  static let targetNotForClass: Self = "study.targetNotForClass"
  static let floorAboveCeiling: Self = "study.floorAboveCeiling"
  static let ruleSaysNothing: Self = "study.ruleSaysNothing"
  static let measureOrObjective: Self = "study.measureOrObjective"
  static let goalTwice: Self = "study.goalTwice"
  static let goalOrLevel: Self = "study.goalOrLevel"
  static let growthWithoutTable: Self = "study.growthWithoutTable"
  static let staffingYearMissing: Self = "study.staffingYearMissing"
  static let staffingStartsLate: Self = "study.staffingStartsLate"

  // Sense of the whole.
  static let sizeMissing: Self = "study.sizeMissing"
  static let moreOfTheSame: Self = "study.moreOfTheSame"
  static let groupingTaken: Self = "study.groupingTaken"
  static let vehiclePaysNoNature: Self = "study.vehiclePaysNoNature"
  static let vehicleOnlyAnnounced: Self = "study.vehicleOnlyAnnounced"
  static let vehicleWithoutMoney: Self = "study.vehicleWithoutMoney"
  static let vehicleForNoService: Self = "study.vehicleForNoService"
  static let vehicleForNobody: Self = "study.vehicleForNobody"
  static let vehicleTooLate: Self = "study.vehicleTooLate"
  static let serviceUnpaid: Self = "study.serviceUnpaid"
  static let pilotWithoutPilots: Self = "study.pilotWithoutPilots"
  static let contributionsNotOne: Self = "study.contributionsNotOne"
  static let goalWithoutRule: Self = "study.goalWithoutRule"
  static let lockedAboveOne: Self = "study.lockedAboveOne"
}
