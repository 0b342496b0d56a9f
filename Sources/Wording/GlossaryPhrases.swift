// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Terms of the glossary, in the order in which they are told.
  ///
  /// The words of a term stand under `workbook.term.<term>`, its meaning under
  /// `workbook.meaning.<term>`.
  public static let glossaryTerms = glossary.map(\.term)

  /// The glossary: words and meanings of each term.
  static let glossaryPhrases: [String: Phrase] = Dictionary(
    uniqueKeysWithValues: glossary.flatMap {
      [("workbook.term.\($0.term)", $0.words), ("workbook.meaning.\($0.term)", $0.meaning)]
    })

  private static let glossary: [(term: String, words: Phrase, meaning: Phrase)] = [
    (
      "beneficiary", Phrase(fr: "bénéficiaire", en: "beneficiary"),
      Phrase(
        fr: "Celui qui reçoit l’argent : GHT, entité juridique ou site.",
        en: "Who receives money: a GHT, a legal entity or a site.")
    ),
    (
      "measure", Phrase(fr: "mesure", en: "measure"),
      Phrase(
        fr: "Action de sécurité, avec un coût ponctuel, un coût récurrent et des effets.",
        en: "A security action, with a one-off cost, a recurring cost and effects.")
    ),
    (
      "objective", Phrase(fr: "objectif NIS", en: "NIS objective"),
      Phrase(
        fr: "Ce que la directive NIS demande à une classe d’entités.",
        en: "What the NIS directive asks of a class of entities.")
    ),
    (
      "nisClass", Phrase(fr: "classe NIS", en: "NIS class"),
      Phrase(
        fr: "Entité essentielle (EE) ou importante (EI).",
        en: "Essential entity (EE) or important entity (EI).")
    ),
    (
      "vehicle", Phrase(fr: "vecteur de financement", en: "vehicle"),
      Phrase(
        fr: "Une enveloppe et ses règles : appel, FIR, AC, dotation.",
        en: "An envelope and its rules: call, FIR, AC, grant.")
    ),
    (
      "mechanism", Phrase(fr: "mécanisme", en: "mechanism"),
      Phrase(
        fr: "La façon dont l’argent d’un vecteur arrive aux bénéficiaires.",
        en: "How the money of a vehicle reaches beneficiaries.")
    ),
    (
      "envelope", Phrase(fr: "enveloppe comptée", en: "envelope counted"),
      Phrase(
        fr: "L’argent sur lequel le scénario compte : la part sécurisée, et une part de l’annoncé.",
        en: "Money that the scenario counts on: the secured part, and a share of what is announced."
      )
    ),
    (
      "carry", Phrase(fr: "report", en: "carry-over"),
      Phrase(
        fr: "La part d’une enveloppe qui peut servir l’année suivante ; le reste est perdu.",
        en: "The part of an envelope that may serve the next year; the rest lapses.")
    ),
    (
      "increment", Phrase(fr: "incrément annuel", en: "increment"),
      Phrase(fr: "Ce qu’une année ajoute.", en: "What one year adds.")
    ),
    (
      "coverage", Phrase(fr: "couverture NIS", en: "NIS coverage"),
      Phrase(
        fr: "La part d’un objectif que les mesures en place remplissent.",
        en: "The share of an objective that the measures in place fulfil.")
    ),
    (
      "shortfall", Phrase(fr: "manque", en: "shortfall"),
      Phrase(
        fr: "Ce qui manque à une couverture pour atteindre sa cible ; 0 où elle l’atteint.",
        en: "What a coverage lacks of its target; 0 where it reaches it.")
    ),
    (
      "scenario", Phrase(fr: "scénario", en: "scenario"),
      Phrase(
        fr: "Une étude et la pile de ses surcouches, dans l’ordre.",
        en: "A study and the stack of its layers, in order.")
    ),
    (
      "layer", Phrase(fr: "surcouche", en: "layer"),
      Phrase(
        fr: "Un fichier qui ne dit que ce qui change ; la dernière l’emporte.",
        en: "A file that says only what changes; the last one wins.")
    ),
    (
      "plan", Phrase(fr: "plan", en: "plan"),
      Phrase(
        fr: "Qui reçoit quoi et met quoi en place, année par année, avec sa preuve.",
        en: "Who gets what and puts what in place, year by year, with its proof.")
    ),
    (
      "runRate", Phrase(fr: "coût récurrent", en: "run-rate"),
      Phrase(
        fr: "Ce que coûte chaque année ce qui est en place.",
        en: "What everything in place costs each year.")
    ),
    (
      "cliff", Phrase(fr: "falaise", en: "cliff"),
      Phrase(
        fr:
          "Ce qui manque chaque année après l’horizon, quand les moyens s’arrêtent avant les coûts.",
        en: "What is missing each year after the horizon, where means end before costs.")
    ),
    (
      "price", Phrase(fr: "prix d’ombre", en: "price"),
      Phrase(
        fr: "Ce qu’un euro de plus dans une règle changerait au but, près de ce plan.",
        en: "What one more euro in a rule would change in the goal, near this plan.")
    ),
    (
      "assumption", Phrase(fr: "hypothèse", en: "assumption"),
      Phrase(
        fr: "Une valeur de l’étude sans source publiée.",
        en: "A value of the study without a published source.")
    ),
  ]
}
