import type { Kind } from "../../kinds";

/**
 * English nouns that say what an item is where they head its name ("rental" of "camera rental, 14 days"). Things are not among
 * them: what is counted by the piece and has none of these for its head is a thing.
 */
export const heads: Readonly<Partial<Record<Kind, string>>> = {
  works:
    "foundation footing wiring earthing grounding paving plumbing flooring ductwork excavation construction relocation reinforcement repainting",
  installation: "installation commissioning adjustment",
  equipment: "kit",
  material: "ingredient merchandise supplies material part",
  maintenance: "maintenance servicing calibration alignment lubrication",
  modification: "retrofit modification",
  repair: "repair overhaul replacement refurbishment sharpening",
  "employee-wage": "wage salary",
  travel: "trip travel flight fare airfare",
  lodging: "hotel accommodation lodging stay",
  "software-development":
    "development implementation coding programming integration customization customisation migration website",
  "data-analysis":
    "analysis annotation labelling labeling tagging cleansing digitization digitisation transcription forecasting survey model",
  design: "design",
  outsourcing: "outsourcing translation photography filming measurement testing machining fabrication service",
  rental: "rental hire lease",
  "cloud-service": "subscription saas hosting usage",
  books: "book textbook handbook dictionary journal magazine",
  freight: "freight courier shipping shipment transport transportation delivery haulage",
  "technical-guidance": "coaching advice",
  consulting: "consulting consultancy",
  seminar: "seminar conference symposium attendance",
  training: "training course",
  "membership-fee": "membership",
  exhibition: "booth",
  advertising: "advertisement brochure flyer leaflet poster",
  printing: "printing",
  insurance: "insurance",
  food: "lunch breakfast catering refreshments reception beer wine bento sandwich snack drinks cake",
  gift: "gift souvenir flowers bouquet",
};
