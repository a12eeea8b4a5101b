// Made by npm run api from the description of therapist; not edited.
export interface paths {
    "/api/v1/treatments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get"];
        put: operations["replace"];
        post?: never;
        delete: operations["delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_1"];
        put: operations["replaceProfile"];
        post?: never;
        delete: operations["delete_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/rota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["replace_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_2"];
        put: operations["replace_2"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["showTherapist"];
        post?: never;
        delete: operations["hideTherapist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/licences/{licenceId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["verify"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/licences/{licenceId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_3"];
        put: operations["handIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_4"];
        put: operations["edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["moderate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_5"];
        put: operations["replace_3"];
        post?: never;
        delete: operations["delete_2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/treatments/{code}/lengths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["replace_4"];
        post?: never;
        delete: operations["remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put"];
        post?: never;
        delete: operations["remove_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/treatments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
        put?: never;
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who fits?
         * @description From memory; a change is found a moment after it was made, at the latest after some seconds. Only listed therapists. Clinic, city, radius, amenities and price are asked of one clinic, where the treatment must be offered if one is named. Each facet's count says how many would be found if that value were chosen instead of what is chosen for the same question now. Pages: whoever fits all the while and is not moved by a change of their own is on exactly one page, whatever happens to others.
         */
        get: operations["find"];
        put?: never;
        post: operations["create_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["queue"];
        put?: never;
        post: operations["write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/written": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["written"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/therapists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/rotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["take_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["questions"];
        put?: never;
        post: operations["advise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_1"];
        put?: never;
        post: operations["create_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addToClinic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_2"];
        put?: never;
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/licences/{licenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/licences/{licenceId}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["verifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_7"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_5"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cancellation-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/memberships/{clinicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeFromClinic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PressureRange: {
            /** @enum {string} */
            from: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            /** @enum {string} */
            to: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            withHeat: boolean;
        };
        Rule: {
            code: string;
            /** @enum {string} */
            level: "STOP" | "ASK_DOCTOR" | "NOT_THIS_TECHNIQUE";
            condition: string;
            advice: string;
            source: string;
        };
        TreatmentRequest: {
            code?: string;
            name: string;
            how: string;
            pressure: components["schemas"]["PressureRange"];
            bestFor: string[];
            benefits: string[];
            feelsLike?: string;
            lengthsMinutes: number[];
            roomNeeds: string[];
            equipmentNeeds: string[];
            contraindications: components["schemas"]["Rule"][];
            sources: string[];
            /** Format: uuid */
            clinicId?: string;
        };
        Contraindication: {
            code?: string;
            /** @enum {string} */
            level?: "STOP" | "ASK_DOCTOR" | "NOT_THIS_TECHNIQUE";
            condition?: string;
            advice?: string;
            source?: string;
        };
        Pressure: {
            /** @enum {string} */
            from?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            /** @enum {string} */
            to?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            withHeat?: boolean;
        };
        TreatmentView: {
            code?: string;
            /** Format: int64 */
            version?: number;
            name?: string;
            how?: string;
            pressure?: components["schemas"]["Pressure"];
            bestFor?: string[];
            benefits?: string[];
            feelsLike?: string;
            lengthsMinutes?: number[];
            roomNeeds?: string[];
            equipmentNeeds?: string[];
            contraindications?: components["schemas"]["Contraindication"][];
            sources?: string[];
            /** Format: uuid */
            clinicId?: string;
        };
        Practice: {
            treatment: string;
            /** Format: int32 */
            experienceYears: number;
        };
        ProfileRequest: {
            name: string;
            /** @enum {string} */
            listing: "DRAFT" | "LISTED" | "PAUSED";
            /** @enum {string} */
            gender: "FEMALE" | "MALE" | "NON_BINARY";
            languages: string[];
            about?: string;
            /** Format: int32 */
            practisingSince: number;
            specializations: components["schemas"]["Practice"][];
            professionalBodies?: string[];
        };
        DateOverride: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            date?: string;
            hours?: components["schemas"]["Hours"][];
        };
        DiaryRules: {
            /** Format: int32 */
            dailyCap?: number;
            /** Format: int32 */
            bufferBeforeMinutes?: number;
            /** Format: int32 */
            bufferAfterMinutes?: number;
            minimiseGaps?: boolean;
            cluster?: boolean;
            /** Format: int32 */
            lookBusyPercent?: number;
        };
        Hours: {
            /** Format: time-local */
            from?: string;
            /** Format: time-local */
            to?: string;
        };
        Licence: {
            /** Format: uuid */
            id?: string;
            number?: string;
            authority?: string;
            jurisdiction?: string;
            /** Format: date */
            validFrom?: string;
            /** Format: date */
            validUntil?: string;
            /** @enum {string} */
            status?: "SUBMITTED" | "VERIFIED" | "REJECTED" | "REVOKED";
        };
        Money: {
            /** Format: int64 */
            cents?: number;
            currency?: string;
        };
        Offer: {
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            price?: components["schemas"]["Money"];
            included?: string[];
        };
        RatingView: {
            /** Format: int32 */
            count?: number;
            /** Format: double */
            mean?: number;
            distribution?: {
                [key: string]: number;
            };
            /** Format: double */
            communication?: number;
            /** Format: double */
            comfort?: number;
            /** Format: double */
            place?: number;
            /** Format: double */
            result?: number;
        };
        Rota: {
            weekly?: components["schemas"]["WeeklyHours"][];
            overrides?: components["schemas"]["DateOverride"][];
            timeOff?: components["schemas"]["TimeOff"][];
            rules?: components["schemas"]["DiaryRules"];
        };
        SessionPackage: {
            name?: string;
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            /** Format: int32 */
            sessions?: number;
            price?: components["schemas"]["Money"];
            /** Format: int32 */
            validDays?: number;
        };
        Specialization: {
            treatment?: string;
            /** Format: int32 */
            experienceYears?: number;
        };
        TherapistView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            name?: string;
            /** @enum {string} */
            listing?: "DRAFT" | "LISTED" | "PAUSED";
            /** @enum {string} */
            gender?: "FEMALE" | "MALE" | "NON_BINARY";
            languages?: string[];
            about?: string;
            /** Format: int32 */
            practisingSince?: number;
            specializations?: components["schemas"]["Specialization"][];
            licences?: components["schemas"]["Licence"][];
            offers?: components["schemas"]["Offer"][];
            rota?: components["schemas"]["Rota"];
            professionalBodies?: string[];
            photo?: string;
            packages?: components["schemas"]["SessionPackage"][];
            rating?: components["schemas"]["RatingView"];
        };
        TimeOff: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
        };
        WeeklyHours: {
            /** Format: uuid */
            clinicId?: string;
            /** @enum {string} */
            day?: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
            hours?: components["schemas"]["Hours"];
            /** Format: date */
            validFrom?: string;
            /** Format: date */
            validUntil?: string;
        };
        OtherHours: {
            /** Format: uuid */
            clinicId: string;
            /** Format: date */
            date: string;
            hours: components["schemas"]["Stretch"][];
        };
        RotaRequest: {
            weekly: components["schemas"]["Weekly"][];
            overrides: components["schemas"]["OtherHours"][];
            rules?: components["schemas"]["Rules"];
        };
        Rules: {
            /** Format: int32 */
            dailyCap?: number;
            /** Format: int32 */
            bufferBeforeMinutes?: number;
            /** Format: int32 */
            bufferAfterMinutes?: number;
            minimiseGaps?: boolean;
            cluster?: boolean;
            /** Format: int32 */
            lookBusyPercent?: number;
        };
        Stretch: {
            /** Format: time-local */
            from: string;
            /** Format: time-local */
            to: string;
        };
        Weekly: {
            /** Format: uuid */
            clinicId: string;
            /** @enum {string} */
            day: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
            hours: components["schemas"]["Stretch"];
            /** Format: date */
            validFrom?: string;
            /** Format: date */
            validUntil?: string;
            breaks?: components["schemas"]["Stretch"][];
        };
        Amount: {
            /** Format: int64 */
            cents: number;
            currency: string;
        };
        Bundle: {
            name: string;
            /** Format: uuid */
            clinicId: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: int32 */
            sessions: number;
            /** Format: int32 */
            payFor?: number;
            price?: components["schemas"]["Amount"];
            /** Format: int32 */
            validDays: number;
        };
        Entry: {
            /** Format: uuid */
            clinicId: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            price: components["schemas"]["Amount"];
            included?: string[];
        };
        PriceListRequest: {
            offers: components["schemas"]["Entry"][];
            packages?: components["schemas"]["Bundle"][];
        };
        VerificationRequest: {
            /** @enum {string} */
            status: "SUBMITTED" | "VERIFIED" | "REJECTED" | "REVOKED";
            reason?: string;
        };
        EvidenceView: {
            type?: string;
            /** Format: int32 */
            bytes?: number;
            /** Format: date-time */
            handedInAt?: string;
        };
        ReviewRequest: {
            /** Format: uuid */
            bookingId: string;
            reference: string;
            /** Format: int32 */
            stars: number;
            /** Format: int32 */
            communication: number;
            /** Format: int32 */
            comfort: number;
            /** Format: int32 */
            place: number;
            /** Format: int32 */
            result: number;
            text?: string;
            shownName?: string;
            /** Format: int32 */
            session?: number;
        };
        Reply: {
            text?: string;
            /** Format: date-time */
            at?: string;
        };
        ReviewView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            /** Format: uuid */
            therapistId?: string;
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int32 */
            stars?: number;
            /** Format: int32 */
            communication?: number;
            /** Format: int32 */
            comfort?: number;
            /** Format: int32 */
            place?: number;
            /** Format: int32 */
            result?: number;
            text?: string;
            shownName?: string;
            /** Format: date-time */
            publishedAt?: string;
            /** Format: date-time */
            editedAt?: string;
            answer?: components["schemas"]["Reply"];
        };
        ModerationRequest: {
            /** @enum {string} */
            decision: "HIDE" | "KEEP";
            reason: string;
        };
        ModeratedReview: {
            review?: components["schemas"]["ReviewView"];
            /** @enum {string} */
            status?: "PUBLISHED" | "REPORTED" | "HIDDEN";
            reports?: components["schemas"]["Report"][];
            moderation?: components["schemas"]["Moderation"];
        };
        Moderation: {
            /** @enum {string} */
            decision?: "HIDE" | "KEEP";
            reason?: string;
            /** Format: date-time */
            at?: string;
        };
        Report: {
            dryRun?: boolean;
            /** Format: int32 */
            rows?: number;
            /** Format: int32 */
            good?: number;
            /** Format: int32 */
            created?: number;
            /** Format: int32 */
            changed?: number;
            /** Format: int32 */
            unchanged?: number;
            problems?: components["schemas"]["LineProblem"][];
        };
        AnswerRequest: {
            text: string;
        };
        BufferWish: {
            treatment: string;
            /** Format: int32 */
            beforeMinutes: number;
            /** Format: int32 */
            afterMinutes: number;
        };
        ClinicRequest: {
            name: string;
            zone: string;
            jurisdiction: string;
            currency: string;
            address: components["schemas"]["Door"];
            coordinates: components["schemas"]["Point"];
            phone?: string;
            email?: string;
            rooms: components["schemas"]["RoomWish"][];
            equipment: components["schemas"]["EquipmentWish"][];
            policy: components["schemas"]["Policy"];
            openingHours?: components["schemas"]["Opening"][];
            closures?: components["schemas"]["ClosureWish"][];
            amenities?: ("QUIET" | "NATURAL_LIGHT" | "PARKING" | "STEP_FREE" | "SHOWER" | "BY_PUBLIC_TRANSPORT")[];
        };
        ClosureWish: {
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            reason?: string;
        };
        Door: {
            street: string;
            postalCode?: string;
            city: string;
            region?: string;
            country: string;
        };
        EquipmentWish: {
            /** Format: uuid */
            id?: string;
            kind: string;
            name: string;
        };
        Opening: {
            /** @enum {string} */
            day: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
            hours: components["schemas"]["Hours"];
        };
        Point: {
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
        };
        Policy: {
            /** Format: int32 */
            startGridMinutes: number;
            /** Format: int32 */
            minimumNoticeMinutes: number;
            /** Format: int32 */
            horizonDays: number;
            /** Format: int32 */
            bufferBeforeMinutes: number;
            /** Format: int32 */
            bufferAfterMinutes: number;
            cancellation?: string;
            /** Format: int32 */
            freeCancellationMinutes?: number;
            /** Format: int32 */
            lateCancellationPercent?: number;
            /** Format: int32 */
            noShowPercent?: number;
            contactInsideNotice?: boolean;
            treatmentBuffers?: components["schemas"]["BufferWish"][];
            /** Format: int32 */
            offerMinutes?: number;
            /** @enum {string} */
            waitlistOrder?: "FIRST_COME" | "BEST_FIT" | "LONGEST_SESSION";
        };
        RoomWish: {
            /** Format: uuid */
            id?: string;
            name: string;
            features: string[];
        };
        Address: {
            street?: string;
            postalCode?: string;
            city?: string;
            region?: string;
            country?: string;
        };
        ClinicView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            name?: string;
            zone?: string;
            jurisdiction?: string;
            currency?: string;
            address?: components["schemas"]["Address"];
            coordinates?: components["schemas"]["Coordinates"];
            phone?: string;
            email?: string;
            rooms?: components["schemas"]["Room"][];
            equipment?: components["schemas"]["Equipment"][];
            policy?: components["schemas"]["PolicyView"];
            openingHours?: components["schemas"]["OpeningHours"][];
            closures?: components["schemas"]["Closure"][];
            amenities?: ("QUIET" | "NATURAL_LIGHT" | "PARKING" | "STEP_FREE" | "SHOWER" | "BY_PUBLIC_TRANSPORT")[];
            photos?: string[];
            treatmentLengths?: components["schemas"]["TreatmentLengths"][];
            /** Format: double */
            distanceKm?: number;
        };
        Closure: {
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            reason?: string;
        };
        Coordinates: {
            /** Format: double */
            latitude?: number;
            /** Format: double */
            longitude?: number;
        };
        Equipment: {
            /** Format: uuid */
            id?: string;
            kind?: string;
            name?: string;
        };
        OpeningHours: {
            /** @enum {string} */
            day?: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
            hours?: components["schemas"]["Hours"];
        };
        PolicyView: {
            /** Format: int32 */
            startGridMinutes?: number;
            /** Format: int32 */
            minimumNoticeMinutes?: number;
            /** Format: int32 */
            horizonDays?: number;
            /** Format: int32 */
            bufferBeforeMinutes?: number;
            /** Format: int32 */
            bufferAfterMinutes?: number;
            /** Format: int32 */
            freeCancellationMinutes?: number;
            /** Format: int32 */
            lateCancellationPercent?: number;
            /** Format: int32 */
            noShowPercent?: number;
            contactInsideNotice?: boolean;
            treatmentBuffers?: components["schemas"]["TreatmentBuffer"][];
            /** Format: int32 */
            offerMinutes?: number;
            /** @enum {string} */
            waitlistOrder?: "FIRST_COME" | "BEST_FIT" | "LONGEST_SESSION";
            cancellation?: string;
            cancellationTerms?: string;
        };
        Room: {
            /** Format: uuid */
            id?: string;
            name?: string;
            features?: string[];
        };
        TreatmentBuffer: {
            treatment?: string;
            /** Format: int32 */
            beforeMinutes?: number;
            /** Format: int32 */
            afterMinutes?: number;
        };
        TreatmentLengths: {
            treatment?: string;
            lengthsMinutes?: number[];
        };
        Lengths: {
            lengthsMinutes: number[];
        };
        ClinicLengths: {
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int64 */
            version?: number;
            lengthsMinutes?: number[];
            pricesLeft?: components["schemas"]["PriceLeft"][];
        };
        PriceLeft: {
            /** Format: uuid */
            therapistId?: string;
            name?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            price?: components["schemas"]["Money"];
        };
        MemberRequest: {
            roles: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
            name?: string;
            mail?: string;
        };
        MemberView: {
            person?: string;
            /** Format: int64 */
            version?: number;
            name?: string;
            mail?: string;
            roles?: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
        };
        LicenceRequest: {
            number: string;
            authority: string;
            jurisdiction: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validUntil: string;
        };
        ReportRequest: {
            /** @enum {string} */
            reason: "OFFENSIVE" | "NAMES_SOMEBODY" | "NOT_ABOUT_THE_SESSION" | "ADVERTISING" | "OTHER";
            text?: string;
        };
        Visit: {
            /** Format: uuid */
            bookingId: string;
            reference: string;
        };
        WrittenRequest: {
            visits: components["schemas"]["Visit"][];
        };
        WrittenList: {
            reviews?: components["schemas"]["WrittenReview"][];
        };
        WrittenReview: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: int32 */
            session?: number;
            /** @enum {string} */
            status?: "PUBLISHED" | "REPORTED" | "HIDDEN";
            review?: components["schemas"]["ReviewView"];
        };
        AcceptanceRequest: {
            token: string;
        };
        Membership: {
            /** Format: uuid */
            clinicId?: string;
            roles?: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
        };
        LineProblem: {
            /** Format: int64 */
            line?: number;
            column?: string;
            message?: string;
        };
        GuideRequest: {
            areas?: string[];
            qualities?: string[];
            course?: string;
            /** Format: int32 */
            sinceDays?: number;
            /** Format: int32 */
            pain: number;
            causes?: string[];
            goals?: string[];
            health: string[];
            pressure?: string;
            person?: string[];
            wanted?: string;
            /** Format: uuid */
            clinicId?: string;
            words?: string;
        };
        GuideAnswer: {
            /** @enum {string} */
            verdict?: "CLEAR" | "ASK_DOCTOR_FIRST" | "NOT_THIS_TECHNIQUE" | "STOP";
            says?: string;
            reasons?: components["schemas"]["Reason"][];
            understood?: components["schemas"]["Understood"][];
            techniques?: components["schemas"]["TechniqueVerdict"][];
            suggestions?: components["schemas"]["Suggestion"][];
            frequency?: components["schemas"]["Phase"][];
            selfCare?: components["schemas"]["Reason"][];
            notice?: string;
        };
        Phase: {
            /** @enum {string} */
            phase?: "START" | "BETTER" | "UPKEEP";
            /** Format: int32 */
            sessions?: number;
            /** Format: int32 */
            inDaysFrom?: number;
            /** Format: int32 */
            inDaysTo?: number;
            until?: string;
            reason?: components["schemas"]["Reason"];
        };
        Reason: {
            rule?: string;
            /** Format: int64 */
            version?: number;
            says?: string;
            source?: string;
        };
        Search: {
            therapists?: string;
            availability?: string;
        };
        Suggestion: {
            treatment?: string;
            name?: string;
            /** @enum {string} */
            verdict?: "CLEAR" | "ASK_DOCTOR_FIRST" | "NOT_THIS_TECHNIQUE" | "STOP";
            /** Format: int32 */
            score?: number;
            reasonsFor?: components["schemas"]["Reason"][];
            reasonsAgainst?: components["schemas"]["Reason"][];
            /** Format: int32 */
            lengthMinutes?: number;
            length?: components["schemas"]["Reason"];
            search?: components["schemas"]["Search"];
        };
        TechniqueVerdict: {
            treatment?: string;
            /** @enum {string} */
            verdict?: "CLEAR" | "ASK_DOCTOR_FIRST" | "NOT_THIS_TECHNIQUE" | "STOP";
            says?: string;
            reasons?: components["schemas"]["Reason"][];
        };
        Understood: {
            field?: string;
            option?: string;
            because?: components["schemas"]["Reason"];
        };
        ClinicPhotos: {
            photos?: string[];
        };
        InvitationRequest: {
            /** Format: email */
            mail: string;
            roles: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
        };
        InvitationView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            /** Format: uuid */
            clinicId?: string;
            mail?: string;
            roles?: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
            /** Format: date-time */
            expiresAt?: string;
            token?: string;
        };
        TreatmentList: {
            treatments?: components["schemas"]["TreatmentView"][];
        };
        Count: {
            value?: string;
            name?: string;
            /** Format: int32 */
            count?: number;
        };
        Facets: {
            treatment?: components["schemas"]["Count"][];
            language?: components["schemas"]["Count"][];
            gender?: components["schemas"]["Count"][];
            clinic?: components["schemas"]["Count"][];
            city?: components["schemas"]["Count"][];
            amenity?: components["schemas"]["Count"][];
            price?: components["schemas"]["PriceBand"][];
            rating?: components["schemas"]["RatingBand"][];
        };
        PriceBand: {
            currency?: string;
            /** Format: int64 */
            maxPrice?: number;
            /** Format: int32 */
            count?: number;
        };
        RatingBand: {
            /** Format: double */
            minRating?: number;
            /** Format: int32 */
            count?: number;
        };
        Stars: {
            /** Format: int32 */
            count?: number;
            /** Format: double */
            mean?: number;
        };
        TherapistList: {
            therapists?: components["schemas"]["TherapistSummary"][];
            /** Format: int32 */
            total?: number;
            facets?: components["schemas"]["Facets"];
            next?: string;
        };
        TherapistSummary: {
            /** Format: uuid */
            id?: string;
            name?: string;
            photo?: string;
            /** @enum {string} */
            gender?: "FEMALE" | "MALE" | "NON_BINARY";
            languages?: string[];
            about?: string;
            /** Format: int32 */
            practisingSince?: number;
            professionalBodies?: string[];
            specializations?: components["schemas"]["Specialization"][];
            licences?: components["schemas"]["Licence"][];
            offers?: components["schemas"]["Offer"][];
            rating?: components["schemas"]["Stars"];
            /** Format: double */
            distanceKm?: number;
            /** Format: uuid */
            nearestClinicId?: string;
            cheapestOffer?: components["schemas"]["Offer"];
        };
        TherapistReviews: {
            rating?: components["schemas"]["RatingView"];
            reviews?: components["schemas"]["ReviewView"][];
            next?: string;
        };
        Prices: {
            offers?: components["schemas"]["Offer"][];
            packages?: components["schemas"]["SessionPackage"][];
        };
        Step: {
            /** @enum {string} */
            status?: "SUBMITTED" | "VERIFIED" | "REJECTED" | "REVOKED";
            reason?: string;
            /** Format: date-time */
            at?: string;
        };
        Steps: {
            verifications?: components["schemas"]["Step"][];
        };
        ModerationQueue: {
            reviews?: components["schemas"]["ModeratedReview"][];
            next?: string;
        };
        PhotoId: {
            value?: string;
        };
        MeView: {
            person?: string;
            name?: string;
            mail?: string;
            platformAdmin?: boolean;
            /** Format: int64 */
            version?: number;
            memberships?: components["schemas"]["Membership"][];
        };
        HeldLicence: {
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            licence?: components["schemas"]["Licence"];
        };
        LicenceList: {
            licences?: components["schemas"]["HeldLicence"][];
        };
        Asked: {
            field?: string;
            /** @enum {string} */
            about?: "AREA" | "QUALITY" | "COURSE" | "CAUSE" | "GOAL" | "HEALTH" | "PRESSURE" | "PERSON";
            /** @enum {string} */
            kind?: "ONE" | "MANY" | "NUMBER" | "TEXT" | "TREATMENT" | "CLINIC";
            asks?: string;
            required?: boolean;
            /** Format: int32 */
            from?: number;
            /** Format: int32 */
            to?: number;
            options?: components["schemas"]["Option"][];
        };
        Option: {
            code?: string;
            label?: string;
            source?: string;
        };
        QuestionList: {
            questions?: components["schemas"]["Asked"][];
        };
        ClinicList: {
            clinics?: components["schemas"]["ClinicView"][];
        };
        MemberList: {
            members?: components["schemas"]["MemberView"][];
        };
        InvitationList: {
            invitations?: components["schemas"]["InvitationView"][];
        };
        PresetList: {
            presets?: components["schemas"]["PresetView"][];
        };
        PresetView: {
            code?: string;
            name?: string;
            /** Format: int32 */
            freeMinutes?: number;
            /** Format: int32 */
            latePercent?: number;
            /** Format: int32 */
            noShowPercent?: number;
            advice?: string;
            terms?: string;
        };
        /** @description RFC 9457; the type stays the same for ever */
        Problem: {
            /** @example urn:rhomboid:problem:invalid-field */
            type?: string;
            title?: string;
            /** Format: int32 */
            status?: number;
            /** @description what happened and what to do */
            detail?: string;
            instance?: string;
            requestId?: string;
            errors?: {
                /** @example client.email */
                field?: string;
                message?: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The treatment, its version as ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatmentView"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-treatment: there is no such treatment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TreatmentRequest"];
            };
        };
        responses: {
            /** @description The treatment as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatmentView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-treatment: there is no such treatment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The treatment is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-treatment: there is no such treatment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description treatment-of-the-house: every clinic has it; treatment-in-use: therapists have prices for it or practise it; names them */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The therapist, their version as ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceProfile: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description The therapist as they now are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The therapist is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description therapist-listed: they can be found and booked; pause them first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotaRequest"];
            };
        };
        responses: {
            /** @description The therapist as they now are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price list; the ETag is the therapist's */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prices"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_2: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceListRequest"];
            };
        };
        responses: {
            /** @description The therapist as they now are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTherapist: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
            };
        };
        responses: {
            /** @description The therapist as they now are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description unreadable-image: it is no JPEG, PNG or WebP that can be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 5 MiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type: Content-Type is not one of the three */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unfit-image: too many pixels, or too few */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description overloaded: too many photos at once; try again; store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hideTherapist: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone; the therapist's version as ETag */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                licenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description The licence as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist; unknown-licence: this therapist has no such licence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description illegal-verification: a licence in this state can't get to that one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                licenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file as it was handed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-licence: this therapist has no such licence; unknown-evidence: nothing was handed in for it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                licenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is kept now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceView"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-licence: this therapist has no such licence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description licence-decided: somebody has looked into this licence already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: it has more than 5 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-a-document: it is neither PDF, JPEG nor PNG */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review, its version as ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-review: there is no such review, or it is hidden */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            /** @description The review as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-review: there is no such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-late-to-edit: it was published more than 14 days ago; review-hidden: a moderator has hidden it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-session: booking id and reference are not those of the session that it is about */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moderate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModerationRequest"];
            };
        };
        responses: {
            /** @description The review as moderators see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedReview"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-review: there is no such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing-to-decide: it is hidden already, or neither hidden nor reported */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description The review and its answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-review: there is no such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-answered: there is one answer to a review; review-hidden: a moderator has hidden it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_5: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clinic, its version as ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicView"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_3: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClinicRequest"];
            };
        };
        responses: {
            /** @description The clinic as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_2: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clinic is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description clinic-in-use: therapists have prices or hours there; names them */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_4: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lengths"];
            };
        };
        responses: {
            /** @description The lengths, and the prices that no longer fit them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicLengths"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment at this clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lengths of the catalogue, and the prices that no longer fit them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicLengths"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment at this clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRequest"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic; unknown-member: nobody of that name belongs to the clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: no such therapist works there */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-member: nobody of that name belongs to the clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                clinicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The treatments by code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatmentList"];
                };
            };
            /** @description invalid-parameter: clinicId is not an id */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TreatmentRequest"];
            };
        };
        responses: {
            /** @description The new treatment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreatmentView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description treatment-exists: there is a treatment with this code */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find: {
        parameters: {
            query?: {
                /**
                 * @description Words: of name, text, techniques, what they are best for, clinic, city, and trade words in English, German and Spanish. Typos are forgiven, the last word may be only begun. At most 200 characters.
                 * @example knots berlin
                 */
                q?: string;
                /**
                 * @description Who practises it; and offers it, if something is asked of the clinic or the price.
                 * @example TRIGGER_POINT
                 */
                treatment?: string;
                clinicId?: string;
                /**
                 * @description The clinic's, whatever the case and the accents.
                 * @example Berlin
                 */
                city?: string;
                /**
                 * @description latitude,longitude in degrees
                 * @example 52.53,13.41
                 */
                near?: string;
                /**
                 * @description How far from near the clinic may be.
                 * @example 10
                 */
                radiusKm?: number;
                /**
                 * @description BCP 47; en also finds en-NZ.
                 * @example de
                 */
                language?: string;
                gender?: "FEMALE" | "MALE" | "NON_BINARY";
                /** @description In the minor unit of currency, which must be there too, for example 9000 with EUR for 90 euro: what the cheapest fitting offer may cost. */
                maxPrice?: number;
                /**
                 * @description ISO 4217; only clinics whose prices are in it. Needed with maxPrice and with sort=price, because prices compare in one currency only.
                 * @example EUR
                 */
                currency?: string;
                /** @description Stars, 1 to 5; who has no review yet is not found. */
                minRating?: number;
                /** @description What the clinic must have; several times for several, all of them. */
                amenity?: ("QUIET" | "NATURAL_LIGHT" | "PARKING" | "STEP_FREE" | "SHOWER" | "BY_PUBLIC_TRANSPORT")[];
                /** @description Years since they began to practise. */
                minYears?: number;
                /** @description The whole name of a professional body, whatever the case and the accents. */
                professionalBody?: string;
                /** @description Default: relevance with q, else distance with near, else name. Distance needs near, price needs currency. Who has nothing to be sorted by comes last. */
                sort?: "relevance" | "distance" | "price" | "rating" | "name" | "experience";
                limit?: number;
                /** @description The next of the page before, with all other parameters as they were. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of those who fit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistList"];
                };
            };
            /** @description invalid-parameter: a parameter is not as it must be; errors names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description search-not-ready: this service has just been started and does not know the therapists yet; store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_1: {
        parameters: {
            query?: {
                clinicId?: string;
            };
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description The new therapist */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenceRequest"];
            };
        };
        responses: {
            /** @description The licence, not verified yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queue: {
        parameters: {
            query: {
                status: "PUBLISHED" | "REPORTED" | "HIDDEN";
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationQueue"];
                };
            };
            /** @description missing-parameter: status is missing; invalid-parameter: status or limit is not of its form; invalid-field: after is not the next of an earlier page */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            /** @description The review */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review-exists: this session has been reviewed; change that review; too-late-to-review: the session was more than 60 days ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-session: no session that took place has this booking id and reference; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description The review, which now waits for a moderator */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-review: there is no such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review-hidden: a moderator has hidden it already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    written: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrittenRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenList"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceRequest"];
            };
        };
        responses: {
            /** @description The membership */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-invitation: it is not for this mail address, over, taken back, accepted, or never was */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take: {
        parameters: {
            query?: {
                dryRun?: boolean;
                accept?: "all" | "good";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was stored, or would be, and every bad line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description unreadable-csv: it is no CSV, not UTF-8, has too many rows, or a column is missing or not known; invalid-parameter: accept is neither all nor good */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 2 MiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type: Content-Type is not text/csv */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-lines: some cells are not as they must be; nothing was stored */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_1: {
        parameters: {
            query?: {
                dryRun?: boolean;
                accept?: "all" | "good";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was stored, or would be, and every bad line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description unreadable-csv: it is no CSV, not UTF-8, has too many rows, or a column is missing or not known; invalid-parameter: accept is neither all nor good */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 2 MiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type: Content-Type is not text/csv */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-lines: some cells are not as they must be; nothing was stored */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    questions: {
        parameters: {
            query?: {
                clinicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions in the order to ask them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionList"];
                };
            };
            /** @description invalid-parameter: clinicId is not an id */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuideRequest"];
            };
        };
        responses: {
            /** @description The advice; also when it is to book no massage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuideAnswer"];
                };
            };
            /** @description malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_1: {
        parameters: {
            query?: {
                near?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicList"];
                };
            };
            /** @description invalid-parameter: near is not a latitude and a longitude */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_2: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClinicRequest"];
            };
        };
        responses: {
            /** @description The new clinic */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToClinic: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
            };
        };
        responses: {
            /** @description The clinic's photos, its version as ETag, where the new one is as Location */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicPhotos"];
                };
            };
            /** @description unreadable-image: it is no JPEG, PNG or WebP that can be read; missing-idempotency-key: the header Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-photos: the clinic has 12; delete one first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 5 MiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type: Content-Type is not one of the three */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unfit-image: too many pixels, or too few; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description overloaded: too many photos at once; try again; store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description The invitation, with its token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic; unknown-invitation: what this key made was accepted or taken back */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: no such therapist works there; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_3: {
        parameters: {
            query?: {
                sort?: "newest" | "best" | "worst";
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews, and what all of them come to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TherapistReviews"];
                };
            };
            /** @description invalid-parameter: id, sort or limit is not of its form; invalid-field: after is not the next of an earlier page */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_6: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                licenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The licence; the ETag is the therapist's */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist; unknown-licence: this therapist has no such licence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                licenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps; none while nobody has looked into it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Steps"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-therapist: there is no such therapist; unknown-licence: this therapist has no such licence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_7: {
        parameters: {
            query?: {
                size?: "small" | "large";
            };
            header?: never;
            path: {
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description invalid-parameter: photoId or size is not of its form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-photo: there is no such photo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_4: {
        parameters: {
            query?: {
                status?: "SUBMITTED" | "VERIFIED" | "REJECTED" | "REVOKED";
                endingWithinDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceList"];
                };
            };
            /** @description invalid-parameter: status is not one, or endingWithinDays is not from 0 to 366 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_5: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_6: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresetList"];
                };
            };
            /** @description invalid-token: there is a token, and it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                clinicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-member: the caller does not belong to that clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFromClinic: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone; the clinic's version as ETag */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-clinic: there is no such clinic; unknown-photo: this clinic has no such photo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not-signed-in: there is no token; invalid-token: it does not count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed: for others to do */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-invitation: there is no such invitation, or no more */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-changed: somebody changed it since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description missing-if-match: the header If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable: the store is away; nothing was lost, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
