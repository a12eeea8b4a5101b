package io.rhomboid.therapist;

import tools.jackson.databind.node.ObjectNode;

/** Requests as they should be; each call answers a new one to spoil. */
public final class Examples {

    private Examples() {}

    public static ObjectNode clinic() {
        return Api.json("""
                {'name': 'Rhomboid Mitte', 'zone': 'Europe/Berlin', 'jurisdiction': 'DE', 'currency': 'EUR',
                 'address': {'street': 'Torstraße 1', 'postalCode': '10119', 'city': 'Berlin', 'country': 'DE'},
                 'coordinates': {'latitude': 52.5286, 'longitude': 13.4106},
                 'phone': '+49 30 5550100', 'email': 'mitte@rhomboid.example',
                 'rooms': [{'name': 'Linde', 'features': ['TABLE']}, {'name': 'Birke', 'features': ['TABLE', 'FLOOR_MAT']}],
                 'equipment': [{'kind': 'HOT_STONE_KIT', 'name': 'Kit 1'}],
                 'policy': {'startGridMinutes': 15, 'minimumNoticeMinutes': 120, 'horizonDays': 60,
                            'bufferBeforeMinutes': 0, 'bufferAfterMinutes': 15, 'freeCancellationMinutes': 1440,
                            'lateCancellationPercent': 50}}""");
    }

    /** A clinic that says all that can be said. */
    public static ObjectNode wholeClinic() {
        var clinic = clinic();
        clinic.setAll(Api.json("""
                {'openingHours': [{'day': 'MONDAY', 'hours': {'from': '08:00', 'to': '13:00'}},
                                  {'day': 'MONDAY', 'hours': {'from': '13:00', 'to': '00:00'}}],
                 'closures': [{'from': '2026-12-24', 'until': '2026-12-26', 'reason': 'Christmas'}],
                 'amenities': ['STEP_FREE', 'QUIET']}"""));
        ((ObjectNode) clinic.get("policy")).setAll(Api.json("""
                {'noShowPercent': 90, 'contactInsideNotice': true,
                 'treatmentBuffers': [{'treatment': 'HOT_STONE', 'beforeMinutes': 15, 'afterMinutes': 30},
                                      {'treatment': 'THAI', 'beforeMinutes': 0, 'afterMinutes': 20}]}"""));
        return clinic;
    }

    public static ObjectNode therapist() {
        return Api.json("""
                {'name': 'Mira Albrecht', 'listing': 'LISTED', 'gender': 'FEMALE', 'languages': ['de', 'en'],
                 'about': 'Quiet hands.\\nI ask first.', 'practisingSince': 2012,
                 'specializations': [{'treatment': 'TRIGGER_POINT', 'experienceYears': 9},
                                     {'treatment': 'HOT_STONE', 'experienceYears': 4}]}""");
    }

    public static ObjectNode treatment(String code) {
        return Api.json("""
                {'code': '%s', 'name': 'Acupressure', 'how': 'Firm pressure on points along the meridians.',
                 'pressure': {'from': 'MODERATE', 'to': 'FIRM', 'withHeat': false},
                 'bestFor': ['tension'], 'benefits': ['relaxation'], 'lengthsMinutes': [30, 60],
                 'roomNeeds': ['TABLE'], 'equipmentNeeds': [],
                 'contraindications': [{'code': 'BRUISES', 'level': 'NOT_THIS_TECHNIQUE', 'condition': 'bruises',
                                        'advice': 'Wait until they are gone.', 'source': 'house'}],
                 'sources': ['004']}""".formatted(code));
    }

    public static ObjectNode licence() {
        return Api.json("""
                {'number': 'BE-4711', 'authority': 'Landesamt für Gesundheit', 'jurisdiction': 'DE',
                 'validFrom': '2024-01-01', 'validUntil': '2031-12-31'}""");
    }

    public static ObjectNode offer(String clinicId, String treatment, int lengthMinutes, long cents, String currency) {
        return Api.json("""
                {'clinicId': '%s', 'treatment': '%s', 'lengthMinutes': %d,
                 'price': {'cents': %d, 'currency': '%s'}}""".formatted(clinicId, treatment, lengthMinutes, cents, currency));
    }

    public static ObjectNode prices(ObjectNode... offers) {
        var prices = Api.json("{'offers': []}");
        for (var offer : offers) prices.withArray("/offers").add(offer);
        return prices;
    }

    public static ObjectNode weekly(String clinicId, String day, String from, String to) {
        return Api.json("""
                {'clinicId': '%s', 'day': '%s', 'hours': {'from': '%s', 'to': '%s'}}""".formatted(clinicId, day, from, to));
    }
}
