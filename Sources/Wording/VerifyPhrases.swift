// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What `releve verify` says.
  static let verifyPhrases = verifyLines.merging(verifyFiles) { _, second in second }
    .merging(verifyStudyFolders) { _, second in second }
    .merging(verifyContent) { _, second in second }.merging(verifyBounds) { _, second in second }

  private static let verifyLines: [String: Phrase] = [
    "verify.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers du plan tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the plan as they were"),
    "verify.comparison.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers de la comparaison tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the comparison as they were"),
    "verify.comparison.again": Phrase(
      fr: "Scénarios  {count} relus ou replanifiés, la comparaison refaite",
      en: "Scenarios  {count} read or planned again, the comparison made anew"),
    "verify.comparison.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre de la comparaison se retrouve.",
      en: "{plan}: all of it holds, every figure of the comparison is found again."),
    "verify.comparison.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; la comparaison n’a pas été refaite.",
      en: "{plan}: the files hold; the comparison was not made anew."),
    "verify.comparison.fails": Phrase(
      fr: "{plan} : cette comparaison ne tient pas.", en: "{plan}: this comparison does not hold."),
    "verify.unproven": Phrase(
      fr: """
        Un des plans n’est pas prouvé : le refaire donnerait peut-être d’autres euros. Seules les \
        empreintes ont été vérifiées.
        """,
      en: """
        One of the plans is not proven: making it again might give other euros. Only hashes were \
        verified.
        """),
    "verify.comparison.noPlan": Phrase(
      fr: "Le scénario {name} n’a plus de plan. Refaites la comparaison.",
      en: "Scenario {name} has no plan any more. Compare again."),
    "verify.sweep.files": Phrase(
      fr: "Fichiers   {inputs} entrées telles qu’elles étaient, {outputs} tableau conforme",
      en: "Files      {inputs} inputs as they were, {outputs} table as the results make it"),
    "verify.sweep.again": Phrase(
      fr: "Cas        {count} résolus à neuf, avec les mêmes buts",
      en: "Cases      {count} solved anew, to the same goals"),
    "verify.sweep.holds": Phrase(
      fr: "{plan} : tout ce qui a été vérifié tient.", en: "{plan}: all that was verified holds."),
    "verify.sweep.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; aucun cas n’a été résolu à neuf.",
      en: "{plan}: the files hold; no case was solved anew."),
    "verify.sweep.fails": Phrase(
      fr: "{plan} : ces résultats ne tiennent pas.", en: "{plan}: these results do not hold."),
    "verify.caseDiffers": Phrase(
      fr: """
        Cas {number}, {name} : {written} est écrit, {value} se retrouve en résolvant à neuf. \
        N’utilisez pas ces résultats ; refaites le balayage.
        """,
      en: """
        Case {number}, {name}: {written} is written, solving anew gives {value}. Do not use these \
        results; sweep again.
        """),
    "verify.study": Phrase(
      fr: "Étude      relue : {count} paramètres",
      en: "Study      read again: {count} parameters"),
    "verify.rules": Phrase(
      fr: "Règles     toutes respectées, recalculées depuis les fichiers du plan",
      en: "Rules      all obeyed, computed anew from the files of the plan"),
    "verify.rules.broken": Phrase(
      fr: "Règles     {count} infraction(s), recalculées depuis les fichiers du plan",
      en: "Rules      {count} broken, computed anew from the files of the plan"),
    "verify.goal": Phrase(
      fr: "But        {goal} : {value} recalculé, borne {bound} recalculée des prix, écart {gap}",
      en: "Goal       {goal}: {value} computed anew, bound {bound} from the prices, gap {gap}"),
    "verify.goal.tolerant": Phrase(
      fr: """
        But        {goal} : {value} recalculé, borne {bound} recalculée des prix, écart {gap} (les \
        buts suivants pouvaient en céder {tolerance})
        """,
      en: """
        Goal       {goal}: {value} computed anew, bound {bound} from the prices, gap {gap} (later \
        goals could give up {tolerance} of it)
        """),
    "verify.goal.unproven": Phrase(
      fr: "But        {goal} : {value} recalculé, sans borne prouvée",
      en: "Goal       {goal}: {value} computed anew, without a proven bound"),
    "verify.proof": Phrase(
      fr: "Preuve     {blocks} blocs minimisés à neuf par borne, {seconds} en tout",
      en: "Proof      {blocks} blocks minimised anew for each bound, {seconds} in all"),
    "verify.holds": Phrase(
      fr: "{plan} : tout tient, l’optimum est prouvé.",
      en: "{plan}: all of it holds, the optimum is proven."),
    "verify.holds.unproven": Phrase(
      fr: "{plan} : tout tient ; ce plan ne se dit pas optimal (optimum NON prouvé).",
      en: "{plan}: all of it holds; this plan does not claim to be optimal (optimum NOT proven)."),
    "verify.holds.whole": Phrase(
      fr: """
        {plan} : tout tient ; plan d’étapes entières, dont l’écart aux bornes est celui qu’il \
        annonce.
        """,
      en: "{plan}: all of it holds; a plan of whole steps, as far from its bounds as it says."),
    "verify.betterThanBound": Phrase(
      fr: """
        Au but {goal}, la valeur annoncée {written} serait meilleure que la borne prouvée {bound} : \
        l’une des deux est fausse. Refaites le plan, et signalez-le si cela demeure.
        """,
      en: """
        At goal {goal}, the value told, {written}, would be better than the proven bound {bound}: \
        one of the two is wrong. Make the plan again, and report it if that stays.
        """),
    "verify.gapDiffers": Phrase(
      fr: """
        Au but {goal}, l’écart annoncé {written} n’est pas celui de la valeur et de la borne, \
        {value}. Le résumé a été modifié : refaites le plan.
        """,
      en: """
        At goal {goal}, the gap told, {written}, is not that of value and bound, {value}. The \
        summary was altered: make the plan again.
        """),
    "verify.fails": Phrase(
      fr: "{plan} : ce plan ne tient pas.", en: "{plan}: this plan does not hold."),
  ]

  private static let verifyStudyFolders: [String: Phrase] = [
    "verify.tournament.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers du tournoi tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the tournament as they were"),
    "verify.tournament.again": Phrase(
      fr: "Tournoi    rejoué : {count} concurrents résolus à neuf",
      en: "Tournament held again: {count} contestants solved anew"),
    "verify.tournament.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre du tournoi se retrouve.",
      en: "{plan}: all of it holds, every figure of the tournament is found again."),
    "verify.tournament.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; le tournoi n’a pas été rejoué.",
      en: "{plan}: the files hold; the tournament was not held again."),
    "verify.tournament.fails": Phrase(
      fr: "{plan} : ce tournoi ne tient pas.", en: "{plan}: this tournament does not hold."),
    "verify.ladder.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers de l’échelle tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the ladder as they were"),
    "verify.ladder.again": Phrase(
      fr: "Échelle    refaite : {count} marches résolues à neuf",
      en: "Ladder     built again: {count} steps solved anew"),
    "verify.ladder.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre de l’échelle se retrouve.",
      en: "{plan}: all of it holds, every figure of the ladder is found again."),
    "verify.ladder.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; l’échelle n’a pas été refaite.",
      en: "{plan}: the files hold; the ladder was not built again."),
    "verify.ladder.fails": Phrase(
      fr: "{plan} : cette échelle ne tient pas.", en: "{plan}: this ladder does not hold."),
    "verify.frontier.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers de la courbe tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the curve as they were"),
    "verify.frontier.again": Phrase(
      fr: "Courbe     refaite : {count} points résolus à neuf",
      en: "Curve      drawn again: {count} points solved anew"),
    "verify.frontier.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre de la courbe se retrouve.",
      en: "{plan}: all of it holds, every figure of the curve is found again."),
    "verify.frontier.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; la courbe n’a pas été refaite.",
      en: "{plan}: the files hold; the curve was not drawn again."),
    "verify.frontier.fails": Phrase(
      fr: "{plan} : cette courbe ne tient pas.", en: "{plan}: this curve does not hold."),
    "verify.range.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers des marges tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the ranges as they were"),
    "verify.range.again": Phrase(
      fr: "Marges     refaites : {count} résolues à neuf",
      en: "Ranges     found again: {count} solved anew"),
    "verify.range.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre des marges se retrouve.",
      en: "{plan}: all of it holds, every figure of the ranges is found again."),
    "verify.range.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; les marges n’ont pas été refaites.",
      en: "{plan}: the files hold; the ranges were not found again."),
    "verify.range.fails": Phrase(
      fr: "{plan} : ces marges ne tiennent pas.", en: "{plan}: these ranges do not hold."),
    "verify.alternatives.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers des autres plans tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the alternatives as they were"),
    "verify.alternatives.again": Phrase(
      fr: "Plans      refaits : {count} cherchés à neuf",
      en: "Plans      made again: {count} sought anew"),
    "verify.alternatives.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre des autres plans se retrouve.",
      en: "{plan}: all of it holds, every figure of the alternatives is found again."),
    "verify.alternatives.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; les autres plans n’ont pas été refaits.",
      en: "{plan}: the files hold; the alternatives were not made again."),
    "verify.alternatives.fails": Phrase(
      fr: "{plan} : ces autres plans ne tiennent pas.",
      en: "{plan}: these alternatives do not hold."),
    "verify.supply.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers des courbes tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the curves as they were"),
    "verify.supply.again": Phrase(
      fr: "Courbes    refaites : {count} résolues à neuf",
      en: "Curves     found again: {count} solved anew"),
    "verify.supply.holds": Phrase(
      fr: "{plan} : tout tient, chaque chiffre des courbes se retrouve.",
      en: "{plan}: all of it holds, every figure of the curves is found again."),
    "verify.supply.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; les courbes n’ont pas été refaites.",
      en: "{plan}: the files hold; the curves were not found again."),
    "verify.supply.fails": Phrase(
      fr: "{plan} : ces courbes ne tiennent pas.", en: "{plan}: these curves do not hold."),
    "verify.noManifest": Phrase(
      fr: """
        Ce dossier n’a pas de manifest.json : il a été supprimé, ou écrit par une version qui n’en \
        écrivait pas. Remettez-le, ou relancez la commande qui a fait le dossier.
        """,
      en: """
        This folder has no manifest.json: it was removed, or written by a version that wrote none. \
        Put it back, or run again the command that made the folder.
        """),
    "verify.noSettings": Phrase(
      fr: """
        Le manifeste ne dit pas avec quels réglages ce dossier a été fait. Reprenez le dossier \
        d’origine, ou relancez la commande.
        """,
      en: """
        The manifest does not say with what settings this folder was made. Take the original \
        folder, or run the command again.
        """),
    "verify.noPlan": Phrase(
      fr: "L’étude n’a plus de plan. Relancez la commande qui a fait ce dossier.",
      en: "The study has no plan any more. Run again the command that made this folder."),
  ]

  private static let verifyFiles: [String: Phrase] = [
    "verify.notAPlan": Phrase(
      fr: """
        Ce n’est pas un dossier de plan : manifest.json n’y est pas. Donnez le dossier que releve \
        plan, compare, tournament, ladder, frontier ou range a écrit.
        """,
      en: """
        This is no plan folder: it holds no manifest.json. Give the folder that releve plan, \
        compare, tournament, ladder, frontier or range wrote.
        """),
    "verify.manifestAltered": Phrase(
      fr: """
        Le manifeste n’est plus tel qu’il a été écrit : son sceau ne correspond plus. Reprenez le \
        dossier d’origine, ou refaites le plan.
        """,
      en: """
        The manifest is not as it was written: its seal does not fit. Take the original folder, or \
        plan again.
        """),
    "verify.outputMissing": Phrase(
      fr: """
        Ce fichier du plan manque : il a été déplacé ou supprimé. Remettez-le tel qu’il a été écrit.
        """,
      en: "This file of the plan is missing: it was moved or removed. Put it back as written."),
    "verify.outputAltered": Phrase(
      fr: """
        Ce fichier n’est plus tel que le plan l’a écrit : son empreinte a changé. Reprenez \
        l’original, ou refaites le plan.
        """,
      en: """
        This file is not as the plan wrote it: its hash has changed. Take the original, or plan \
        again.
        """),
    "verify.outputUnlisted": Phrase(
      fr: "Le manifeste ne nomme pas {name}. Reprenez le dossier d’origine, ou refaites le plan.",
      en: "The manifest does not name {name}. Take the original folder, or plan again."),
    "verify.fileAdded": Phrase(
      fr: "Ce fichier n’est pas du plan ; il n’a pas été vérifié.",
      en: "This file is not part of the plan; it was not verified."),
    "verify.otherTool": Phrase(
      fr: """
        Le plan a été fait par {written}, il est vérifié par {tool} : une différence peut venir de \
        là.
        """,
      en: "The plan was made by {written} and is verified by {tool}: a difference may come from it."
    ),
    "verify.inputMissing": Phrase(
      fr: """
        Cette entrée ({role}) n’est plus là où elle était : déplacée ou supprimée. Remettez-la, ou \
        donnez avec --from le dossier d’où le plan a été fait.
        """,
      en: """
        This input ({role}) is not where it was: moved or removed. Put it back, or give with --from \
        the folder in which the plan was made.
        """),
    "verify.inputAltered": Phrase(
      fr: """
        Cette entrée ({role}) a changé depuis le plan : son empreinte n’est plus la même. \
        Reprenez-la telle qu’elle était, ou refaites le plan.
        """,
      en: """
        This input ({role}) has changed since the plan: its hash differs. Take it as it was, or \
        plan again.
        """),
    "verify.notRecomputed": Phrase(
      fr: "Rien n’a été recalculé : ce serait à partir d’autres entrées que celles du plan.",
      en: "Nothing was computed anew: it would be from other inputs than those of the plan."),
    "verify.noStudy": Phrase(
      fr: "Le manifeste ne nomme aucune étude. Reprenez le dossier d’origine, ou refaites le plan.",
      en: "The manifest names no study. Take the original folder, or plan again."),
  ]

  private static let verifyContent: [String: Phrase] = [
    "verify.otherFiles": Phrase(
      fr: """
        L’étude relue ne se compose pas des fichiers et surcouches que le manifeste nomme. Reprenez \
        le dossier d’origine, ou refaites le plan.
        """,
      en: """
        The study as read does not consist of the files and layers that the manifest names. Take \
        the original folder, or plan again.
        """),
    "verify.parameterDiffers": Phrase(
      fr: """
        Le paramètre {path} est « {written} » au manifeste et « {read} » dans l’étude (ou n’y a pas \
        la même origine). Refaites le plan.
        """,
      en: """
        Parameter {path} is \"{written}\" in the manifest and \"{read}\" in the study (or has \
        another origin there). Plan again.
        """),
    "verify.otherGoals": Phrase(
      fr: """
        Les buts du résumé ({written}) ou son statut ne sont pas ceux de l’étude ({wanted}). \
        Refaites le plan.
        """,
      en: """
        The goals of the summary ({written}), or its status, are not those of the study ({wanted}). \
        Plan again.
        """),
    "verify.figureDiffers": Phrase(
      fr: """
        {name} : {written} est écrit, {value} se recalcule depuis les fichiers. N’utilisez pas ce \
        chiffre ; refaites le plan.
        """,
      en: """
        {name}: {written} is written, {value} follows from the files. Do not use this figure; plan \
        again.
        """),
    "verify.lineDiffers": Phrase(
      fr: """
        Cette ligne ne se recalcule pas : « {written} » est écrit, « {value} » était attendu. \
        N’utilisez pas ce fichier ; refaites le plan.
        """,
      en: """
        This line does not follow: \"{written}\" is written, \"{value}\" was expected. Do not use \
        this file; plan again.
        """),
  ]

  private static let verifyBounds: [String: Phrase] = [
    "verify.otherLevels": Phrase(
      fr: "La preuve et le résumé ne disent pas les mêmes buts. Refaites le plan.",
      en: "Proof and summary do not tell the same goals. Plan again."),
    "verify.unknownRow": Phrase(
      fr: """
        Au but {goal}, la preuve donne un prix à une règle qui n’existe pas, ou deux à la même. \
        Refaites le plan.
        """,
      en: """
        At goal {goal} the proof prices a rule that does not exist, or the same one twice. Plan \
        again.
        """),
    "verify.nothingProven": Phrase(
      fr: """
        Au but {goal}, les prix écrits ne prouvent rien : rien ne borne {column}. Refaites le plan.
        """,
      en: "At goal {goal} the written prices prove nothing: {column} has no bound. Plan again."),
    "verify.boundDiffers": Phrase(
      fr: """
        Au but {goal}, le résumé annonce la borne {written} ; les prix écrits prouvent {bound}. \
        L’optimum n’est pas prouvé comme annoncé ; refaites le plan, et signalez-le si cela \
        demeure.
        """,
      en: """
        At goal {goal} the summary tells the bound {written}; the written prices prove {bound}. The \
        optimum is not proven as told; plan again, and report it if it remains.
        """),
    "verify.gapTooWide": Phrase(
      fr: """
        Au but {goal}, la valeur annoncée {written} est trop loin de la borne prouvée {bound}. \
        L’optimum n’est pas prouvé ; refaites le plan, et signalez-le si cela \
        demeure.
        """,
      en: """
        At goal {goal} the value told, {written}, is too far from the proven bound {bound}. The \
        optimum is not proven; plan again, and report it if it remains.
        """),
    "verify.heldDiffers": Phrase(
      fr: """
        Au but {goal}, la preuve tient la valeur {written} pour les buts suivants, loin de la borne \
        {bound}. Refaites le plan.
        """,
      en: """
        At goal {goal} the proof holds the value {written} for later goals, far from the bound \
        {bound}. Plan again.
        """),
  ]
}
