// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Letters to beneficiaries; the template is read as a template file is.
  static let explainLetterPhrases: [String: Phrase] = [
    "explain.letter.template": Phrase(
      fr: """
        {name} ({identifier})
        {region}

        Objet : {study}

        Madame, Monsieur,

        Le plan prévoit pour vous, de {firstYear} à {lastYear} :

        {amounts}

        Total : {total}. Reste à votre charge sur la période : {own}.

        Mesures à mettre en place (part déployée en fin d’année) :

        {measures}

        Fin {lastYear} : {targets}. Pertes attendues que le plan évite cette année-là : {avoided}.

        Pourquoi cela, et pas davantage :

        {reasons}

        Ces montants sont ceux du plan ; seule leur notification engage.
        """,
      en: """
        {name} ({identifier})
        {region}

        Subject: {study}

        Dear Sir or Madam,

        From {firstYear} to {lastYear} the plan gives you:

        {amounts}

        Total: {total}. Left for you to pay over the period: {own}.

        Measures to put in place (share deployed at the end of the year):

        {measures}

        End of {lastYear}: {targets}. Expected losses that the plan avoids in that year: {avoided}.

        Why that, and no more:

        {reasons}

        These amounts are those of the plan; only their notification is binding.
        """),
    "explain.letter.amount": Phrase(fr: "{amount} en {year}", en: "{amount} in {year}"),
    "explain.letter.vehicle": Phrase(fr: "- {vehicle} : {amounts}", en: "- {vehicle}: {amounts}"),
    "explain.letter.noMoney": Phrase(
      fr: "- aucun montant d’argent public", en: "- no amount of public money"),
    "explain.letter.share": Phrase(fr: "{share} en {year}", en: "{share} in {year}"),
    "explain.letter.measure": Phrase(fr: "- {measure} : {shares}", en: "- {measure}: {shares}"),
    "explain.letter.noMeasure": Phrase(
      fr: "- aucune mesure nouvelle", en: "- no new measure"),
    "explain.letter.targets": Phrase(
      fr: "cibles NIS atteintes, {met} sur {all}", en: "NIS targets met, {met} of {all}"),
    "explain.letter.noTarget": Phrase(
      fr: "aucune cible NIS ne s’applique", en: "no NIS target applies"),
    "explain.letter.reason": Phrase(fr: "- {reason}", en: "- {reason}"),
    "explain.letter.noReason": Phrase(
      fr: "- aucune règle ne l’explique à elle seule", en: "- no single rule explains it"),
  ]

  /// What cannot be explained, and what to do about it.
  static let explainFaultPhrases: [String: Phrase] = [
    "explain.notAPlan": Phrase(
      fr: """
        Ce n’est pas le dossier d’un plan. Donnez un dossier écrit par « releve plan » (avec manifest.json \
        et summary.json).
        """,
      en: """
        This is not the folder of a plan. Give a folder written by "releve plan" (with manifest.json and \
        summary.json).
        """),
    "explain.planChanged": Phrase(
      fr: """
        Des fichiers de ce plan ne sont plus ce qu’ils étaient : rien n’est expliqué. Remettez-les, ou \
        planifiez à nouveau.
        """,
      en: """
        Files of this plan are no longer what they were: nothing is explained. Put them back, or plan \
        again.
        """),
    "explain.inputsChanged": Phrase(
      fr: """
        L’étude a changé depuis ce plan : rien n’est expliqué. Remettez les fichiers nommés ci-dessus \
        (--from DOSSIER s’ils sont ailleurs), ou planifiez à nouveau.
        """,
      en: """
        The study has changed since this plan: nothing is explained. Put the files named above back \
        (--from FOLDER if they are elsewhere), or plan again.
        """),
    "explain.unknownBeneficiary": Phrase(
      fr: """
        --beneficiary : « {text} » n’est ni un identifiant, ni un numéro FINESS, ni un groupe, ni une \
        partie d’un nom de ce plan.
        """,
      en: """
        --beneficiary: "{text}" is no identifier, FINESS number, group, or part of a name of this plan.
        """),
    "explain.unknownRegion": Phrase(
      fr: "--region : « {text} » n’est pas une région de ce plan.",
      en: "--region: \"{text}\" is no region of this plan."),
    "explain.unknownObjective": Phrase(
      fr: "--objective : « {text} » n’est pas un objectif de ce plan.",
      en: "--objective: \"{text}\" is no objective of this plan."),
    "explain.unknownMeasure": Phrase(
      fr: "--why-not : « {text} » n’est pas une mesure de ce plan.",
      en: "--why-not: \"{text}\" is no measure of this plan."),
    "explain.severalBeneficiary": Phrase(
      fr: "--beneficiary : « {text} » en désigne {count}. Donnez l’identifiant : {list}.",
      en: "--beneficiary: \"{text}\" names {count}. Give the identifier: {list}."),
    "explain.severalRegion": Phrase(
      fr: "--region : « {text} » en désigne {count}. Donnez le code : {list}.",
      en: "--region: \"{text}\" names {count}. Give the code: {list}."),
    "explain.severalObjective": Phrase(
      fr: "--objective : « {text} » en désigne {count}. Donnez l’identifiant : {list}.",
      en: "--objective: \"{text}\" names {count}. Give the identifier: {list}."),
    "explain.severalMeasure": Phrase(
      fr: "--why-not : « {text} » en désigne {count}. Donnez l’identifiant : {list}.",
      en: "--why-not: \"{text}\" names {count}. Give the identifier: {list}."),
    "explain.unknownPlaceholder": Phrase(
      fr: "« {name} » n’est pas un champ de lettre. Champs possibles : {known}.",
      en: "\"{name}\" is no field of a letter. Possible fields: {known}."),
    "explain.openBrace": Phrase(
      fr: "Accolade ouverte sans accolade fermée sur la même ligne. Fermez-la, ou retirez-la.",
      en: "Open brace without a closing one on the same line. Close it, or take it away."),
    "explain.oneQuestion": Phrase(
      fr: """
        Donnez une seule question : --beneficiary, --region, --objective ou --why-not ; ou bien --letters \
        seul.
        """,
      en: """
        Ask one question only: --beneficiary, --region, --objective or --why-not; or --letters alone.
        """),
    "explain.nearestOfOne": Phrase(
      fr: "--nearest demande un seul bénéficiaire. Donnez-le avec --beneficiary.",
      en: "--nearest needs one beneficiary. Name it with --beneficiary."),
    "explain.lettersToWhom": Phrase(
      fr: "--letters va seul, ou avec --beneficiary ou --region.",
      en: "--letters goes alone, or with --beneficiary or --region."),
    "explain.templateAlone": Phrase(
      fr: "--template va avec --letters.", en: "--template goes with --letters."),
  ]

  static let explainHelpPhrases: [String: Phrase] = [
    "help.explain": Phrase(
      fr: "Dit pourquoi un plan donne ce qu'il donne, et pas plus.",
      en: "Says why a plan gives what it gives, and no more."),
    "help.explain.more": Phrase(
      fr: """
        Pour un bénéficiaire, une région, un objectif ou une mesure : les montants et mesures du plan, \
        puis les règles qui les décident, avec leur prix. Rien n'est planifié à nouveau.

        Exemple : releve explain plan-53 --beneficiary "Pont-Bleu"
        """,
      en: """
        For a beneficiary, a region, an objective or a measure: the amounts and measures of the plan, \
        then the rules that decide them, with their prices. Nothing is planned again.

        Example: releve explain plan-53 --beneficiary "Pont-Bleu"
        """),
    "help.explain.plan": Phrase(
      fr: "Dossier écrit par « releve plan ».", en: "Folder written by \"releve plan\"."),
    "help.explain.beneficiary": Phrase(
      fr: "Identifiant, numéro FINESS, partie du nom, ou groupe (un GHT) pour tous ses membres.",
      en: "Identifier, FINESS number, part of the name, or a group (a GHT) for all its members."),
    "help.explain.region": Phrase(
      fr: "Une région (code INSEE ou nom).", en: "A region (INSEE code or name)."),
    "help.explain.objective": Phrase(
      fr: "Un objectif NIS : qui l'atteint, qui non, pourquoi.",
      en: "A NIS objective: who reaches it, who does not, why."),
    "help.explain.whyNot": Phrase(
      fr: "Une mesure : où elle n'est pas mise en place, et pourquoi.",
      en: "A measure: where it is not put in place, and why."),
    "help.explain.nearest": Phrase(
      fr: """
        Cherche, en replanifiant, les plus petites hausses d'enveloppe ou de risque, et la plus petite \
        baisse de coûts, qui changent le montant du bénéficiaire.
        """,
      en: """
        Looks, by planning again, for the smallest increases of envelopes or risk, and the \
        smallest fall of costs, that alter what the beneficiary gets.
        """),
    "help.explain.letters": Phrase(
      fr: "Écrit une lettre d'une page par bénéficiaire dans ce dossier.",
      en: "Writes a letter of one page for each beneficiary to this folder."),
    "help.explain.template": Phrase(
      fr: "Texte des lettres, avec des champs comme {name} (docs/explain.md).",
      en: "Text of the letters, with fields such as {name} (docs/explain.md)."),
  ]
}
