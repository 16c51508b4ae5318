"""Danish compounds that the PDF engine's patterns for hyphenation cut at the wrong place."""

UNDIVIDED = """
akutmodtag akutteam arbejdsskade bacheloropgave borgerinddrag brugeradministration budgetarbejd
budgetoverslag businesscase driftsteam døgninstitution ekspertområde fejlskultur gevinstrealisering
handicapområde indbyggertal indkomstår indsatstrap kategoritræ konsulentanalys kontaktmøde
kontraktopfølg kontrolaktion kontrolenhed kulturanalys lederopgave lokalområde masteropgave
medlemskommun medlemskreds nordsjælland nøglemedarbejder partssamarbejd praktiksted privatøkonomi
projektaftale projektchef projektejer risikostyring seniorkonsulent skoleidræt skybrudssikring
slutevaluering socialafdeling socialenhed socialområde socialpsykiatri sparerunde
specialundervisning spørgeskema startår stuestruktur sundhedselev sverigesmodel tjenesteydelse
udbudsafdeling udbudschef udbudskonsulent
""".split()
"""Parts of words; a word with one of them in it is not divided."""
