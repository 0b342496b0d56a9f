// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What a little more and a little less of a rule is worth.
  static let pricePhrases: [String: Phrase] = [
    "help.price": Phrase(
      fr: "Ce que vaut un peu plus ou un peu moins de chaque règle, et jusqu'où.",
      en: "What a little more and a little less of each rule is worth, and how far that holds."),
    "help.price.more": Phrase(
      fr: """
        Déplace une règle (enveloppe, plancher, effectifs…), résout à nouveau, et dit ce que chaque \
        unité rapporte au but, dans les deux sens, et jusqu'où cela reste vrai. Le but est cherché \
        seul ; sans --goal, les mêmes règles sont aussi déplacées pour les pertes évitées.

        Exemple : releve price essai/study.yaml --goal avoided_loss
        """,
      en: """
        Moves a rule (envelope, floor, staff…), solves again, and tells what each unit is worth to \
        the goal, both ways, and how far that holds. The goal is sought alone; without --goal the \
        same rules are moved for avoided losses too.

        Example: releve price trial/study.yaml --goal avoided_loss
        """),
    "help.price.goal": Phrase(
      fr: "But de l'étude (par défaut le premier).", en: "Goal of the study (the first by default)."
    ),
    "help.price.rule": Phrase(
      fr: """
        Règle, répétable : famille (envelope) ou avec ce dont elle parle ("envelope[fir,2027]") ; \
        par défaut celles qui valent le plus.
        """,
      en: """
        Rule, repeatable: a family (envelope), or with what it is about ("envelope[fir,2027]"); by \
        default those that are worth the most.
        """),
    "help.price.count": Phrase(fr: "Nombre de règles au plus.", en: "Most rules."),
    "help.price.out": Phrase(
      fr: "Dossier à écrire (par défaut rien n'est écrit).",
      en: "Folder to write (nothing is written by default)."),
    "help.price.replace": Phrase(
      fr: "Remplace le dossier de prix antérieur.", en: "Replaces the folder of earlier prices."),
    "price.badCount": Phrase(
      fr: "--count vaut {value} : il en faut entre 1 et {most}.",
      en: "--count is {value}: give a number from 1 to {most}."),
    "price.unknownRule": Phrase(
      fr: "« {text} » ne désigne aucune règle de cette étude dont on puisse déplacer la limite.",
      en: "\"{text}\" names no rule of this study whose limit could be moved."),
    "price.title": Phrase(
      fr: "Relève · {title} · {count} · ce que valent les règles pour : {goal} (optimum {value})",
      en: "Relève · {title} · {count} · what rules are worth to: {goal} (optimum {value})"),
    "price.rule": Phrase(fr: "{rule} ({bound})", en: "{rule} ({bound})"),
    "price.atMost": Phrase(fr: "au plus {amount}", en: "at most {amount}"),
    "price.atLeast": Phrase(fr: "au moins {amount}", en: "at least {amount}"),
    "price.line": Phrase(
      fr: "{change} : {effect}, jusqu’à {reach} ; au-delà, chaque pas : {beyond}",
      en: "{change}: {effect}, up to {reach}; beyond, each step: {beyond}"),
    "price.open": Phrase(
      fr: "{change} : {effect}, au moins jusqu’à {reach}",
      en: "{change}: {effect}, at least up to {reach}"),
    "price.bent": Phrase(
      fr: "{change} : {effect} en moyenne ; l’effet change à chaque pas",
      en: "{change}: {effect} on average; the effect changes with each step"),
    "price.nothing": Phrase(
      fr: "{change} : rien, au moins jusqu’à {reach}",
      en: "{change}: nothing, at least up to {reach}"),
    "price.none": Phrase(fr: "rien", en: "nothing"),
    "price.noMore": Phrase(fr: "plus rien", en: "nothing more"),
    "price.more": Phrase(fr: "{amount} de plus", en: "{amount} more"),
    "price.less": Phrase(fr: "{amount} de moins", en: "{amount} less"),
    "price.avoiding": Phrase(fr: "pour les seules pertes évitées", en: "for avoided losses alone"),
    "price.avoiding.how": Phrase(
      fr: """
        « Pour les seules pertes évitées » : la même règle déplacée, l’étude planifiée pour ce but \
        seul, en euros de pertes attendues. Les deux effets ne viennent pas d’un même plan.
        """,
      en: """
        "For avoided losses alone": the same rule moved, the study planned for this one goal, in euros \
        of expected losses. The two effects do not come from one plan.
        """),
    "price.noRule": Phrase(
      fr: "Aucune règle entre établissements ne limite ce but.",
      en: "No rule across establishments limits this goal."),
    "price.how": Phrase(
      fr: """
        Chaque règle est déplacée seule, dans les deux sens, et l’étude planifiée à nouveau pour le \
        seul but : {goal}. Les deux sens diffèrent là où l’optimum est au coude de deux effets.
        """,
      en: """
        Each rule is moved alone, both ways, and the study planned again for the one goal: {goal}. \
        The two ways differ where the optimum is at a bend between two effects.
        """),
    "price.precision": Phrase(
      fr: """
        L’effet est la moyenne jusqu’à la limite dite, à 5 % près de ce que vaut le dernier pas ; \
        l’effet total à cette limite est exact.
        """,
      en: """
        The effect is the mean up to the limit told, within 5 % of what the last step is worth; the \
        whole effect at that limit is exact.
        """),
    "price.others": Phrase(
      fr: "Autres règles qui ont un prix à l’optimum : {count} (--count, --rule).",
      en: "Other rules with a price at the optimum: {count} (--count, --rule)."),
    "price.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
    "verify.price.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers des prix tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files of the prices as they were"),
    "verify.price.again": Phrase(
      fr: "Prix       retrouvés : {count} règles déplacées à neuf",
      en: "Prices     found again: {count} rules moved anew"),
    "verify.price.holds": Phrase(
      fr: "{plan} : tout tient, chaque prix se retrouve.",
      en: "{plan}: all of it holds, every price is found again."),
    "verify.price.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; les prix n’ont pas été recalculés.",
      en: "{plan}: the files hold; the prices were not found again."),
    "verify.price.fails": Phrase(
      fr: "{plan} : ces prix ne tiennent pas.", en: "{plan}: these prices do not hold."),
  ]

  /// What a goal comes to without a part of the study.
  static let importancePhrases: [String: Phrase] = [
    "help.importance": Phrase(
      fr: "Ce que devient un but sans chaque mesure, vecteur ou règle.",
      en: "What a goal comes to without each measure, vehicle or rule."),
    "help.importance.more": Phrase(
      fr: """
        Retire une mesure (elle en reste où elle est), un vecteur (il ne paie rien) ou une règle \
        (elle ne limite rien), planifie à nouveau, et dit ce que le but y perd ou y gagne.

        Exemple : releve importance essai/study.yaml --by measure
        """,
      en: """
        Leaves a measure out (it stays where it is), a vehicle (it pays nothing) or a rule (it \
        limits nothing), plans again, and tells what the goal loses or gains.

        Example: releve importance trial/study.yaml --by measure
        """),
    "help.importance.by": Phrase(
      fr: "Ce qui est retiré : measure, vehicle ou rule (par défaut measure).",
      en: "What is left out: measure, vehicle or rule (measure unless said)."),
    "help.importance.replace": Phrase(
      fr: "Remplace le dossier antérieur de cette commande.",
      en: "Replaces the earlier folder of this command."),
    "importance.title": Phrase(
      fr: "Relève · {title} · {count} · ce qui compte pour : {goal} (optimum {value})",
      en: "Relève · {title} · {count} · what matters to: {goal} (optimum {value})"),
    "importance.more": Phrase(fr: "sans : {amount} de plus", en: "without: {amount} more"),
    "importance.less": Phrase(fr: "sans : {amount} de moins", en: "without: {amount} less"),
    "importance.nothing": Phrase(fr: "sans : rien ne change", en: "without: no change"),
    "importance.noPlan": Phrase(fr: "sans : plus aucun plan", en: "without: no plan is left"),
    "importance.how": Phrase(
      fr: """
        Chaque part est retirée seule, et l’étude planifiée à nouveau pour le seul but : {goal}. Les \
        effets ne s’ajoutent pas : ce qui est retiré est remplacé au mieux par ce qui reste. Les \
        règles sans prix à l’optimum n’y changent rien, et ne sont pas montrées.
        """,
      en: """
        Each part is left out alone, and the study planned again for the one goal: {goal}. Effects \
        do not add up: what is left makes up for what is taken as well as it can. Rules without a \
        price at the optimum change nothing, and are not shown.
        """),
    "importance.files": Phrase(fr: "Fichiers : {folder}/ {files}", en: "Files: {folder}/ {files}"),
    "verify.importance.files": Phrase(
      fr: "Fichiers   {inputs} entrées et {outputs} fichiers tels qu’ils étaient",
      en: "Files      {inputs} inputs and {outputs} files as they were"),
    "verify.importance.again": Phrase(
      fr: "Importance retrouvée : {count} parts retirées à neuf",
      en: "Importance found again: {count} parts left out anew"),
    "verify.importance.holds": Phrase(
      fr: "{plan} : tout tient, chaque effet se retrouve.",
      en: "{plan}: all of it holds, every effect is found again."),
    "verify.importance.files.hold": Phrase(
      fr: "{plan} : les fichiers tiennent ; les effets n’ont pas été recalculés.",
      en: "{plan}: the files hold; the effects were not found again."),
    "verify.importance.fails": Phrase(
      fr: "{plan} : ces effets ne tiennent pas.", en: "{plan}: these effects do not hold."),
  ]
}
