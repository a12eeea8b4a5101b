// Made by npm run api from the description of booking; not edited.
export interface paths {
    "/api/v1/waitlist/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["decline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["cancel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["accept"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/{id}/voiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["voidIt"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeCode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["renew"];
        post?: never;
        delete: operations["release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["confirm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["costOfCancelling"];
        put: operations["cancel_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["end"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/adjustment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["adjust"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own"];
        put: operations["put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/intake/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["unchanged"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ask"];
        post?: never;
        delete: operations["withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeToken"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/voucher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["payWith"];
        post?: never;
        delete: operations["takeVouchersOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/sessions/{number}/pain-before": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["before"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/sessions/{number}/pain-after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["after"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/sessions/{number}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/screening/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["review"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["costOfMoving"];
        put: operations["reschedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["note"];
        put: operations["annotate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["miss"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["renew_1"];
        post?: never;
        delete: operations["release_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["confirm_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["complete"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["claim"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["costOfCancelling_1"];
        put: operations["cancel_2"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["arrive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
        put?: never;
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_1"];
        put?: never;
        post: operations["issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adjust_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/gift-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["giftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_2"];
        put?: never;
        post: operations["block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_3"];
        put?: never;
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/subscriptions/{subscriptionId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which dates could a series have?
         * @description From memory, by the same rules as availability and its explanation. What is free now can be taken when the series is held.
         */
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["questions"];
        put?: never;
        post: operations["verdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["propose_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake-passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["exchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guest-passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["exchange_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/rooms/{roomId}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_4"];
        put?: never;
        post: operations["block_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own_1"];
        put?: never;
        post: operations["makeOwn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["of"];
        put?: never;
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flagged"];
        put?: never;
        post: operations["book_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/intake-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/broken-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/walk-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["walkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["week"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/time-off/{timeOffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get"];
        put?: never;
        post?: never;
        delete: operations["free"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/time-off/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/therapists/{id}/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_1"];
        put?: never;
        post?: never;
        delete: operations["end_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/utilisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["utilisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["revenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["noShows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cancellations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/day-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/rooms/{roomId}/closures/{closureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_2"];
        put?: never;
        post?: never;
        delete: operations["free_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}/rooms/{roomId}/closures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/disclosures": {
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
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find_4"];
        put?: never;
        post?: never;
        delete: operations["revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feed for calendar programs
         * @description RFC 5545. Its ETag changes only with what it tells: ask with If-None-Match.
         */
        get: operations["read_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find_5"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["forVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own_4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When is someone free?
         * @description From memory. With a therapist, a clinic, both, or neither for anyone who gives it; near a point, at some parts of the day, on some days of the week.
         */
        get: operations["find_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When can several sessions be had in one visit?
         * @description From memory. Sessions back to back, with one therapist or several, and the same for two who come together and begin together. Each start once for each clinic, with therapists that can be booked together.
         */
        get: operations["find_7"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability/visits/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why is a visit of several sessions not offered?
         * @description By the same rules as the search for visits. What speaks against the sessions together, as rooms that do not go round, is told when nothing speaks against each by itself.
         */
        get: operations["explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why is this time not offered?
         * @description By the same rules that make the offer. To clients in general words.
         */
        get: operations["explain_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invariants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        EntryView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            state?: string;
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            lengthsMinutes?: number[];
            /** Format: uuid */
            therapistId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            daysOfWeek?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
            partsOfDay?: ("MORNING" | "AFTERNOON" | "EVENING")[];
            /** Format: int64 */
            noticeMinutes?: number;
            /** Format: date-time */
            joinedAt?: string;
            offer?: components["schemas"]["OfferView"];
            /** Format: uuid */
            bookingId?: string;
            /** @enum {string} */
            lapsed?: "DATES_OVER" | "BOOKED" | "UNANSWERED";
        };
        Money: {
            /** Format: int64 */
            cents?: number;
            currency?: string;
        };
        OfferView: {
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            treatment?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            zone?: string;
            price?: components["schemas"]["Money"];
            /** Format: date-time */
            until?: string;
        };
        AcceptanceRequest: {
            screening?: components["schemas"]["ScreeningRequest"];
        };
        DoctorRequest: {
            name: string;
            /** Format: date */
            on: string;
        };
        ScreeningRequest: {
            has: string[];
            doctor?: components["schemas"]["DoctorRequest"];
        };
        VoidingRequest: {
            reason: string;
        };
        Client: {
            name?: string;
            email?: string;
            phone?: string;
            language?: string;
        };
        LineView: {
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            event?: "ISSUED" | "REDEEMED" | "RESTORED" | "ADJUSTED" | "VOIDED" | "EXPIRED";
            /** Format: int64 */
            change?: number;
            /** Format: int64 */
            balance?: number;
            booking?: string;
            /** Format: uuid */
            bookingId?: string;
            reason?: string;
        };
        Product: {
            /** Format: uuid */
            therapistId?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
        };
        VoucherView: {
            /** Format: uuid */
            id?: string;
            reference?: string;
            /** Format: int64 */
            version?: number;
            /** @enum {string} */
            kind?: "PACKAGE" | "GIFT_CARD" | "CREDIT";
            /** @enum {string} */
            status?: "OPEN" | "USED_UP" | "EXPIRED" | "VOIDED";
            /** Format: uuid */
            clinicId?: string;
            /** Format: uuid */
            clientId?: string;
            sessions?: components["schemas"]["Product"];
            /** @enum {string} */
            unit?: "CENTS" | "SESSIONS";
            currency?: string;
            /** Format: int64 */
            loaded?: number;
            /** Format: int64 */
            balance?: number;
            paid?: components["schemas"]["Money"];
            /** @enum {string} */
            payment?: "CASH" | "CARD" | "ON_ACCOUNT" | "NOTHING";
            /** Format: date */
            lastDay?: string;
            statement?: components["schemas"]["LineView"][];
            receiver?: components["schemas"]["Client"];
            code?: string;
        };
        BookingView: {
            /** Format: uuid */
            id?: string;
            reference?: string;
            /** Format: int64 */
            version?: number;
            status?: string;
            /** Format: uuid */
            clientId?: string;
            /** Format: uuid */
            clinicId?: string;
            /** Format: uuid */
            therapistId?: string;
            /** Format: uuid */
            roomId?: string;
            treatment?: string;
            /** Format: int64 */
            lengthMinutes?: number;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            zone?: string;
            price?: components["schemas"]["Money"];
            /** Format: date-time */
            holdExpiresAt?: string;
            holdRenewable?: boolean;
            /** Format: date-time */
            freeCancellationUntil?: string;
            lateCancellationFee?: components["schemas"]["Money"];
            noShowFee?: components["schemas"]["Money"];
            fee?: components["schemas"]["Money"];
            /** Format: uuid */
            seriesId?: string;
            visit?: components["schemas"]["VisitView"];
            covered?: components["schemas"]["Money"];
            toPay?: components["schemas"]["Money"];
        };
        SeriesView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            status?: string;
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            /** Format: date-time */
            holdExpiresAt?: string;
            holdRenewable?: boolean;
            price?: components["schemas"]["Money"];
            /** Format: uuid */
            next?: string;
            visits?: components["schemas"]["SeriesVisitView"][];
        };
        SeriesVisitView: {
            /** @enum {string} */
            standing?: "HELD" | "NEXT" | "TO_COME" | "DONE" | "MISSED" | "CANCELLED" | "EXPIRED";
            booking?: components["schemas"]["BookingView"];
        };
        SessionView: {
            /** Format: int32 */
            number?: number;
            companion?: boolean;
            /** Format: uuid */
            therapistId?: string;
            /** Format: uuid */
            roomId?: string;
            treatment?: string;
            /** Format: int64 */
            lengthMinutes?: number;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            price?: components["schemas"]["Money"];
        };
        VisitView: {
            /** Format: date-time */
            end?: string;
            sessions?: components["schemas"]["SessionView"][];
        };
        SeriesConfirmationRequest: {
            screening?: components["schemas"]["ScreeningRequest"];
        };
        CancellationRequest: {
            /** Format: int64 */
            acceptedFeeCents?: number;
            override?: components["schemas"]["Override"];
        };
        Override: {
            /** @enum {string} */
            reason: "CLIENT_ASKED" | "THERAPIST_ABSENT" | "ROOM_UNUSABLE" | "CLINIC_CLOSED" | "MISTAKE" | "GOODWILL" | "THERAPIST_DECLINED";
        };
        NextView: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: date-time */
            start?: string;
        };
        PlanView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            /** Format: uuid */
            clientId?: string;
            /** Format: uuid */
            clinicId?: string;
            /** Format: uuid */
            therapistId?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            zone?: string;
            /** Format: date-time */
            since?: string;
            rhythm?: components["schemas"]["RhythmView"];
            /** Format: int32 */
            pain?: number;
            steps?: components["schemas"]["StepView"][];
            /** Format: int64 */
            done?: number;
            next?: components["schemas"]["NextView"];
            /** Format: date */
            dueOn?: string;
            overdue?: boolean;
            selfCare?: components["schemas"]["SelfCare"][];
            /** Format: date-time */
            endedAt?: string;
        };
        RhythmView: {
            /** @enum {string} */
            code?: "TWICE_A_WEEK" | "WEEKLY" | "EVERY_TWO_WEEKS" | "EVERY_THREE_WEEKS" | "MONTHLY";
            /** Format: int32 */
            fromDays?: number;
            /** Format: int32 */
            toDays?: number;
            says?: string;
            source?: string;
        };
        SelfCare: {
            says?: string;
            source?: string;
        };
        StepView: {
            /** Format: date-time */
            at?: string;
            /** Format: uuid */
            bookingId?: string;
            /** Format: int32 */
            pain?: number;
            reason?: string;
            /** @enum {string} */
            rhythm?: "TWICE_A_WEEK" | "WEEKLY" | "EVERY_TWO_WEEKS" | "EVERY_THREE_WEEKS" | "MONTHLY";
        };
        PlanAdjustmentRequest: {
            /** @enum {string} */
            rhythm?: "TWICE_A_WEEK" | "WEEKLY" | "EVERY_TWO_WEEKS" | "EVERY_THREE_WEEKS" | "MONTHLY";
            reason: string;
            selfCare?: components["schemas"]["SelfCareRequest"][];
        };
        SelfCareRequest: {
            says: string;
            source?: string;
        };
        IntakeRequest: {
            handIn?: boolean;
            consent?: string;
            goals?: string[];
            spots?: components["schemas"]["SpotRequest"][];
            /** Format: int32 */
            sinceDays?: number;
            history?: string;
            medication?: string;
            allergies?: string;
            /** @enum {string} */
            pregnancy?: "NO" | "YES" | "MAYBE";
            /** @enum {string} */
            pressure?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            avoidAreas?: string[];
            /** @enum {string} */
            conversation?: "TALK" | "QUIET" | "EITHER";
            words?: string;
        };
        SpotRequest: {
            area: string;
            /** @enum {string} */
            side?: "LEFT" | "RIGHT" | "BOTH";
            qualities?: string[];
            /** Format: int32 */
            pain: number;
        };
        IntakeView: {
            /** Format: uuid */
            clientId?: string;
            /** Format: int64 */
            version?: number;
            draft?: components["schemas"]["Said"];
            said?: components["schemas"]["Said"];
            /** Format: date-time */
            handedInAt?: string;
            /** Format: date-time */
            validUntil?: string;
            consent?: string;
            /** Format: date-time */
            unchangedSince?: string;
        };
        Said: {
            goals?: string[];
            spots?: components["schemas"]["Spot"][];
            /** Format: int32 */
            sinceDays?: number;
            history?: string;
            medication?: string;
            allergies?: string;
            /** @enum {string} */
            pregnancy?: "NO" | "YES" | "MAYBE";
            /** @enum {string} */
            pressure?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            avoidAreas?: string[];
            /** @enum {string} */
            conversation?: "TALK" | "QUIET" | "EITHER";
            words?: string;
        };
        Spot: {
            area?: string;
            /** @enum {string} */
            side?: "LEFT" | "RIGHT" | "BOTH";
            qualities?: string[];
            /** Format: int32 */
            pain?: number;
        };
        UnchangedRequest: {
            /** Format: uuid */
            bookingId: string;
        };
        ErasureRequest: {
            understood: boolean;
        };
        ErasureView: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            askedAt?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            doneAt?: string;
            /** Format: date-time */
            completedAt?: string;
            waitsFor?: string[];
            receipts?: {
                [key: string]: string;
            };
        };
        FeedId: {
            /** Format: uuid */
            value?: string;
        };
        CalendarView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            /** @enum {string} */
            kind?: "CLIENT" | "THERAPIST" | "CLINIC";
            /** Format: uuid */
            ownerId?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            tokenSince?: string;
            token?: string;
            /** Format: uri */
            url?: string;
        };
        TenderRequest: {
            /** Format: uuid */
            id?: string;
            code?: string;
        };
        PainRequest: {
            /** Format: int32 */
            level: number;
        };
        Summary: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: int32 */
            session?: number;
            /** Format: int64 */
            version?: number;
            /** Format: date-time */
            start?: string;
            areas?: string[];
            technique?: string;
            /** @enum {string} */
            pressure?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            selfCare?: string[];
            /** Format: int32 */
            painBefore?: number;
            /** Format: int32 */
            painAfter?: number;
        };
        SessionNoteRequest: {
            because?: string;
            areas?: string[];
            technique?: string;
            /** @enum {string} */
            pressure?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            response?: string;
            selfCare?: string[];
            subjective?: string;
            objective?: string;
            assessment?: string;
            plan?: string;
        };
        Note: {
            areas?: string[];
            technique?: string;
            /** @enum {string} */
            pressure?: "LIGHT" | "MODERATE" | "FIRM" | "INTENSE";
            response?: string;
            selfCare?: string[];
            subjective?: string;
            objective?: string;
            assessment?: string;
            plan?: string;
        };
        NoteEntryView: {
            by?: string;
            /** Format: date-time */
            at?: string;
            because?: string;
            note?: components["schemas"]["Note"];
        };
        SessionNotes: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: int32 */
            session?: number;
            /** Format: int64 */
            version?: number;
            /** Format: date-time */
            start?: string;
            entries?: components["schemas"]["NoteEntryView"][];
            /** Format: int32 */
            painBefore?: number;
            /** Format: int32 */
            painAfter?: number;
        };
        ReviewRequest: {
            /** @enum {string} */
            decision: "RELEASE" | "REFUSE";
            reason: string;
        };
        ScheduleRequest: {
            /** Format: date-time */
            start: string;
            /** Format: uuid */
            therapistId?: string;
            /** Format: int64 */
            acceptedFeeCents?: number;
            override?: components["schemas"]["Override"];
            therapistIds?: string[];
            sameRoom?: boolean;
            screening?: components["schemas"]["ScreeningRequest"];
            companionScreening?: components["schemas"]["ScreeningRequest"];
        };
        RoomRequest: {
            /** Format: uuid */
            roomId: string;
            /** Format: int32 */
            session?: number;
        };
        NoteRequest: {
            text?: string;
        };
        NoteView: {
            text?: string;
            /** Format: int64 */
            version?: number;
        };
        ConfirmationRequest: {
            screening?: components["schemas"]["ScreeningRequest"];
            companionScreening?: components["schemas"]["ScreeningRequest"];
        };
        ClaimRequest: {
            link: string;
            intakePass?: string;
        };
        ClientRequest: {
            name: string;
            /** Format: email */
            email: string;
            phone?: string;
            language?: string;
        };
        WaitlistRequest: {
            /** Format: uuid */
            clinicId: string;
            treatment: string;
            lengthsMinutes: number[];
            /** Format: uuid */
            therapistId?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            daysOfWeek?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
            partsOfDay?: ("MORNING" | "AFTERNOON" | "EVENING")[];
            /** Format: int32 */
            noticeMinutes?: number;
            client: components["schemas"]["ClientRequest"];
        };
        SessionsRequest: {
            /** Format: uuid */
            therapistId?: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: int32 */
            count: number;
        };
        VoucherRequest: {
            /** @enum {string} */
            kind: "PACKAGE" | "GIFT_CARD" | "CREDIT";
            /** Format: uuid */
            clinicId: string;
            client?: components["schemas"]["ClientRequest"];
            sessions?: components["schemas"]["SessionsRequest"];
            /** Format: int64 */
            cents?: number;
            /** Format: int64 */
            paidCents?: number;
            /** @enum {string} */
            payment?: "CASH" | "CARD" | "ON_ACCOUNT" | "NOTHING";
            /** Format: date */
            lastDay?: string;
            note?: string;
            receiver?: components["schemas"]["ClientRequest"];
            words?: string;
        };
        AdjustmentRequest: {
            /** Format: int64 */
            change?: number;
            /** Format: date */
            lastDay?: string;
            reason: string;
        };
        CodeRequest: {
            code: string;
        };
        GiftCardLine: {
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            event?: "ISSUED" | "REDEEMED" | "RESTORED" | "ADJUSTED" | "VOIDED" | "EXPIRED";
            /** Format: int64 */
            change?: number;
            /** Format: int64 */
            balance?: number;
        };
        GiftCardView: {
            /** @enum {string} */
            status?: "OPEN" | "USED_UP" | "EXPIRED" | "VOIDED";
            /** Format: uuid */
            clinicId?: string;
            currency?: string;
            /** Format: int64 */
            balance?: number;
            /** Format: date */
            lastDay?: string;
            statement?: components["schemas"]["GiftCardLine"][];
        };
        TimeOffRequest: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            note?: string;
        };
        BlockView: {
            /** Format: uuid */
            id?: string;
            /** Format: int64 */
            version?: number;
            /** @enum {string} */
            kind?: "TIME_OFF" | "ROOM_CLOSED" | "BUSY_ELSEWHERE";
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            note?: string;
        };
        SubscriptionRequest: {
            name: string;
            address: string;
        };
        Conflict: {
            /** Format: uuid */
            bookingId?: string;
            reference?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
        };
        SubscriptionView: {
            /** Format: uuid */
            id?: string;
            name?: string;
            host?: string;
            /** Format: date-time */
            readAt?: string;
            /** Format: int32 */
            busyTimes?: number;
            /** Format: int32 */
            passedOver?: number;
            failure?: string;
            /** Format: date-time */
            nextLookAt?: string;
            conflicts?: components["schemas"]["Conflict"][];
        };
        SeriesRequest: {
            /** Format: uuid */
            clinicId: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            visits: components["schemas"]["VisitRequest"][];
            client: components["schemas"]["ClientRequest"];
        };
        VisitRequest: {
            /** Format: uuid */
            therapistId: string;
            /** Format: date-time */
            start: string;
        };
        PhaseRequest: {
            /** Format: int32 */
            count: number;
            /** Format: int32 */
            everyWeeks?: number;
            /** Format: int32 */
            perWeek?: number;
        };
        ProposalRequest: {
            /** Format: uuid */
            clinicId: string;
            /** Format: uuid */
            therapistId?: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: date-time */
            start: string;
            phases: components["schemas"]["PhaseRequest"][];
        };
        AlternativeView: {
            /** @enum {string} */
            kind?: "SAME_DAY" | "NEAR_DAY" | "OTHER_THERAPIST";
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            /** Format: uuid */
            clinicId?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            price?: components["schemas"]["Money"];
        };
        ProposalView: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            zone?: string;
            complete?: boolean;
            price?: components["schemas"]["Money"];
            visits?: components["schemas"]["ProposedVisitView"][];
        };
        ProposedVisitView: {
            /** Format: int32 */
            number?: number;
            /** Format: date-time */
            start?: string;
            free?: boolean;
            price?: components["schemas"]["Money"];
            reasons?: components["schemas"]["Reason"][];
            alternatives?: components["schemas"]["AlternativeView"][];
        };
        Reason: {
            code?: string;
            message?: string;
        };
        AnswersRequest: {
            treatments: string[];
            has: string[];
            /** Format: uuid */
            clinicId?: string;
        };
        FindingView: {
            treatment?: string;
            /** Format: int64 */
            version?: number;
            code?: string;
            /** @enum {string} */
            level?: "STOP" | "ASK_DOCTOR" | "NOT_THIS_TECHNIQUE";
            condition?: string;
            advice?: string;
            source?: string;
        };
        VerdictView: {
            /** @enum {string} */
            outcome?: "CLEAR" | "ASK_DOCTOR_FIRST" | "NOT_THIS_TECHNIQUE" | "STOP";
            bookable?: boolean;
            bookableWithDoctor?: boolean;
            findings?: components["schemas"]["FindingView"][];
            fits?: string[];
        };
        VisitsRequest: {
            visits: components["schemas"]["VisitRequest"][];
        };
        DatesRequest: {
            /** Format: date-time */
            start: string;
            /** Format: uuid */
            therapistId?: string;
        };
        DateView: {
            /** Format: int32 */
            number?: number;
            rhythm?: components["schemas"]["RhythmView"];
            /** Format: date-time */
            wanted?: string;
            /** @enum {string} */
            availability?: "FREE" | "NONE_FREE" | "NOT_YET";
            /** Format: date-time */
            start?: string;
            /** Format: uuid */
            therapistId?: string;
            price?: components["schemas"]["Money"];
        };
        DatesView: {
            /** Format: uuid */
            planId?: string;
            zone?: string;
            complete?: boolean;
            visits?: components["schemas"]["DateView"][];
        };
        IntakePassRequest: {
            /** Format: uuid */
            id: string;
            code: string;
        };
        IntakePassView: {
            pass?: string;
            /** Format: date-time */
            validUntil?: string;
            /** Format: uuid */
            clientId?: string;
        };
        PassRequest: {
            link: string;
        };
        PassView: {
            pass?: string;
            /** Format: date-time */
            validUntil?: string;
            /** Format: uuid */
            bookingId?: string;
            /** Format: uuid */
            seriesId?: string;
            /** Format: uuid */
            waitlistEntryId?: string;
        };
        ClosureRequest: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            note?: string;
        };
        OwnPlanRequest: {
            /** Format: uuid */
            clinicId: string;
            /** Format: uuid */
            therapistId?: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: int32 */
            pain: number;
            selfCare?: components["schemas"]["SelfCareRequest"][];
        };
        CalendarRequest: {
            /** @enum {string} */
            kind: "CLIENT" | "THERAPIST" | "CLINIC";
            /** Format: uuid */
            id: string;
        };
        BookingRequest: {
            /** Format: uuid */
            therapistId: string;
            /** Format: uuid */
            clinicId: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: date-time */
            start: string;
            client: components["schemas"]["ClientRequest"];
            hold?: boolean;
            then?: components["schemas"]["SessionRequest"][];
            companion?: components["schemas"]["CompanionRequest"];
            sameRoom?: boolean;
            voucher?: components["schemas"]["TenderRequest"];
            screening?: components["schemas"]["ScreeningRequest"];
        };
        CompanionRequest: {
            name: string;
            /** Format: email */
            email?: string;
            phone?: string;
            language?: string;
            sessions: components["schemas"]["SessionRequest"][];
            screening?: components["schemas"]["ScreeningRequest"];
        };
        SessionRequest: {
            /** Format: uuid */
            therapistId: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
        };
        PlanRequest: {
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            /** Format: int32 */
            pain: number;
            selfCare?: components["schemas"]["SelfCareRequest"][];
        };
        IntakeCodeRequest: {
            companion?: boolean;
        };
        CodeView: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        GlassRequest: {
            reason: string;
        };
        GlassView: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: date-time */
            until?: string;
        };
        WalkInClient: {
            name: string;
            /** Format: email */
            email?: string;
            phone?: string;
            language?: string;
        };
        WalkInRequest: {
            /** Format: uuid */
            clinicId: string;
            /** Format: uuid */
            therapistId?: string;
            treatment: string;
            /** Format: int32 */
            lengthMinutes: number;
            client: components["schemas"]["WalkInClient"];
            /** Format: date-time */
            start?: string;
            /** Format: int32 */
            maxWaitMinutes?: number;
            voucher?: components["schemas"]["TenderRequest"];
            screening?: components["schemas"]["ScreeningRequest"];
        };
        SearchRequest: {
            /** @example Weber */
            words: string;
        };
        FoundList: {
            bookings?: components["schemas"]["FoundView"][];
            truncated?: boolean;
        };
        FoundView: {
            booking?: components["schemas"]["BookingView"];
            name?: string;
            phone?: string;
        };
        ClientView: {
            /** Format: uuid */
            id?: string;
            name?: string;
            phone?: string;
        };
        DaySheetView: {
            /** Format: date */
            date?: string;
            sessions?: components["schemas"]["SheetSession"][];
            shifts?: components["schemas"]["ShiftView"][];
            gaps?: components["schemas"]["ShiftView"][];
        };
        EquipmentView: {
            /** Format: uuid */
            id?: string;
            name?: string;
        };
        SheetSession: {
            /** Format: uuid */
            bookingId?: string;
            reference?: string;
            /** Format: int64 */
            version?: number;
            status?: string;
            /** Format: uuid */
            clinicId?: string;
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            /** Format: uuid */
            roomId?: string;
            roomName?: string;
            equipment?: components["schemas"]["EquipmentView"][];
            treatment?: string;
            treatmentName?: string;
            /** Format: int64 */
            lengthMinutes?: number;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            zone?: string;
            /** Format: int32 */
            bufferBeforeMinutes?: number;
            /** Format: int32 */
            bufferAfterMinutes?: number;
            client?: components["schemas"]["ClientView"];
            price?: components["schemas"]["Money"];
            /** Format: date-time */
            holdExpiresAt?: string;
            offer?: boolean;
            fee?: components["schemas"]["Money"];
            note?: string;
            /** Format: int32 */
            number?: number;
            /** Format: int32 */
            of?: number;
        };
        ShiftView: {
            /** Format: uuid */
            therapistId?: string;
            /** Format: uuid */
            clinicId?: string;
            /** Format: date-time */
            from?: string;
            /** Format: date-time */
            to?: string;
            /** Format: int64 */
            minutes?: number;
        };
        WeekView: {
            week?: string;
            /** Format: uuid */
            therapistId?: string;
            days?: components["schemas"]["DaySheetView"][];
        };
        PlaceView: {
            /** Format: int32 */
            position?: number;
            why?: string;
            entry?: components["schemas"]["EntryView"];
            client?: components["schemas"]["WaitingClientView"];
            /** Format: uuid */
            holdId?: string;
        };
        WaitingClientView: {
            /** Format: uuid */
            id?: string;
            name?: string;
            phone?: string;
        };
        WaitlistView: {
            /** Format: uuid */
            clinicId?: string;
            /** @enum {string} */
            order?: "FIRST_COME" | "BEST_FIT" | "LONGEST_SESSION";
            /** Format: int32 */
            offerMinutes?: number;
            entries?: components["schemas"]["PlaceView"][];
        };
        OwnPlaces: {
            entries?: components["schemas"]["EntryView"][];
        };
        VoucherList: {
            vouchers?: components["schemas"]["VoucherView"][];
            truncated?: boolean;
        };
        BlocksView: {
            blocks?: components["schemas"]["BlockView"][];
            truncated?: boolean;
        };
        PreviewView: {
            bookings?: components["schemas"]["TouchedView"][];
            blocks?: components["schemas"]["BlockView"][];
        };
        TouchedView: {
            /** Format: uuid */
            id?: string;
            reference?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            zone?: string;
        };
        SubscriptionsView: {
            subscriptions?: components["schemas"]["SubscriptionView"][];
        };
        SeriesCostView: {
            fee?: components["schemas"]["Money"];
            visits?: components["schemas"]["VisitCostView"][];
            /** Format: int64 */
            version?: number;
            words?: string;
        };
        VisitCostView: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            start?: string;
            fee?: components["schemas"]["Money"];
            /** Format: date-time */
            freeUntil?: string;
        };
        Question: {
            code?: string;
            condition?: string;
            treatments?: string[];
            source?: string;
        };
        QuestionList: {
            questions?: components["schemas"]["Question"][];
        };
        VoucherReport: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            rows?: components["schemas"]["VoucherRow"][];
        };
        VoucherRow: {
            month?: string;
            /** @enum {string} */
            kind?: "PACKAGE" | "GIFT_CARD" | "CREDIT";
            currency?: string;
            /** Format: int64 */
            sold?: number;
            /** Format: int64 */
            paidCents?: number;
            /** Format: int64 */
            loaded?: number;
            /** Format: int64 */
            redeemed?: number;
            /** Format: int64 */
            expired?: number;
            /** Format: int64 */
            voided?: number;
            /** Format: int64 */
            outstanding?: number;
        };
        UtilisationReport: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /** @enum {string} */
            groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
            rows?: components["schemas"]["UtilisationRow"][];
        };
        UtilisationRow: {
            group?: string;
            name?: string;
            /** Format: int64 */
            sessions?: number;
            /** Format: int64 */
            bookedMinutes?: number;
            /** Format: int64 */
            workingMinutes?: number;
            utilisation?: number;
        };
        RevenueReport: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /** @enum {string} */
            groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
            rows?: components["schemas"]["RevenueRow"][];
        };
        RevenueRow: {
            group?: string;
            name?: string;
            currency?: string;
            /** Format: int64 */
            sessions?: number;
            /** Format: int64 */
            earnedCents?: number;
            /** Format: int64 */
            expectedCents?: number;
            /** Format: int64 */
            feeCents?: number;
            /** Format: int64 */
            totalCents?: number;
            /** Format: int64 */
            redeemedCents?: number;
        };
        NoShowReport: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /** @enum {string} */
            groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
            rows?: components["schemas"]["NoShowRow"][];
        };
        NoShowRow: {
            group?: string;
            name?: string;
            currency?: string;
            /** Format: int64 */
            due?: number;
            /** Format: int64 */
            missed?: number;
            share?: number;
            /** Format: int64 */
            feeCents?: number;
        };
        CancellationReport: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /** @enum {string} */
            groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
            rows?: components["schemas"]["CancellationRow"][];
        };
        CancellationRow: {
            group?: string;
            name?: string;
            currency?: string;
            /** Format: int64 */
            booked?: number;
            /** Format: int64 */
            cancelled?: number;
            /** Format: int64 */
            late?: number;
            share?: number;
            /** Format: int64 */
            feeCents?: number;
        };
        Area: {
            code?: string;
            /** @enum {string} */
            view?: "FRONT" | "BACK";
            label?: string;
            source?: string;
        };
        Consent: {
            version?: string;
            words?: string;
        };
        FormView: {
            /** Format: int32 */
            version?: number;
            consent?: components["schemas"]["Consent"];
            areas?: components["schemas"]["Area"][];
            goals?: components["schemas"]["Option"][];
            qualities?: components["schemas"]["Option"][];
        };
        Option: {
            code?: string;
            label?: string;
            source?: string;
        };
        SummaryList: {
            sessions?: components["schemas"]["Summary"][];
        };
        PlanList: {
            plans?: components["schemas"]["PlanView"][];
        };
        AccountPart: {
            subject?: string;
            mail?: string;
            name?: string;
            clinics?: components["schemas"]["Membership"][];
        };
        AnswerPart: {
            /** Format: date-time */
            at?: string;
            standing?: string;
            doctor?: string;
            /** Format: date */
            agreedOn?: string;
            reason?: string;
        };
        BookingPart: {
            booking?: components["schemas"]["BookingView"];
            note?: string;
            screening?: components["schemas"]["AnswerPart"][];
            history?: components["schemas"]["ChangePart"][];
        };
        ChangePart: {
            /** Format: date-time */
            at?: string;
            event?: string;
            by?: string;
        };
        DisclosurePart: {
            /** Format: date-time */
            at?: string;
            role?: string;
            reader?: string;
            what?: string;
            ground?: string;
            words?: string;
        };
        Export: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            exportedAt?: string;
            client?: components["schemas"]["Client"];
            bookings?: components["schemas"]["BookingPart"][];
            waits?: components["schemas"]["WaitPart"][];
            vouchers?: components["schemas"]["VoucherPart"][];
            intake?: components["schemas"]["IntakePart"];
            sessions?: components["schemas"]["SessionPart"][];
            plans?: components["schemas"]["PlanPart"][];
            disclosures?: components["schemas"]["DisclosurePart"][];
            account?: components["schemas"]["AccountPart"];
            reviews?: unknown[];
            messages?: unknown;
            missing?: components["schemas"]["MissingPart"][];
        };
        IntakePart: {
            draft?: components["schemas"]["Said"];
            said?: components["schemas"]["Said"];
            /** Format: date-time */
            handedInAt?: string;
            consent?: string;
        };
        Membership: {
            /** Format: uuid */
            clinicId?: string;
            roles?: ("DESK" | "CLINIC_ADMIN" | "THERAPIST")[];
            /** Format: uuid */
            therapistId?: string;
        };
        MissingPart: {
            part?: string;
            service?: string;
        };
        PlanPart: {
            /** Format: date-time */
            since?: string;
            treatment?: string;
            /** Format: int32 */
            lengthMinutes?: number;
            /** Format: int32 */
            pain?: number;
            turns?: components["schemas"]["Turn"][];
            selfCare?: components["schemas"]["SelfCare"][];
            /** Format: date-time */
            endedAt?: string;
        };
        SessionPart: {
            /** Format: uuid */
            bookingId?: string;
            /** Format: date-time */
            start?: string;
            notes?: components["schemas"]["Written"][];
            pain?: {
                [key: string]: number;
            };
        };
        Turn: {
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            rhythm?: "TWICE_A_WEEK" | "WEEKLY" | "EVERY_TWO_WEEKS" | "EVERY_THREE_WEEKS" | "MONTHLY";
            why?: string;
        };
        VoucherPart: {
            reference?: string;
            kind?: string;
            paid?: components["schemas"]["Money"];
            /** Format: date */
            lastDay?: string;
        };
        WaitPart: {
            /** Format: date-time */
            since?: string;
            wish?: components["schemas"]["Wish"];
        };
        Wish: {
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            lengths?: number[];
            /** Format: uuid */
            therapistId?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            days?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
            parts?: ("MORNING" | "AFTERNOON" | "EVENING")[];
            /** Format: duration */
            notice?: string;
        };
        Written: {
            by?: string;
            /** Format: date-time */
            at?: string;
            because?: string;
            note?: components["schemas"]["Note"];
        };
        DisclosureList: {
            disclosures?: components["schemas"]["DisclosureView"][];
            whole?: boolean;
        };
        DisclosureView: {
            /** Format: int64 */
            number?: number;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            role?: "CLIENT" | "GUEST" | "THERAPIST" | "DESK" | "CLINIC_ADMIN" | "PLATFORM_ADMIN" | "SYSTEM";
            reader?: string;
            what?: string;
            /** @enum {string} */
            ground?: "OWN" | "TREATMENT" | "BROKEN_GLASS" | "EXPORT";
            /** Format: uuid */
            bookingId?: string;
            words?: string;
        };
        CalendarList: {
            calendars?: components["schemas"]["CalendarView"][];
        };
        Place: {
            /** Format: date-time */
            start?: string;
            id?: string;
        };
        FlaggedPage: {
            bookings?: components["schemas"]["FlaggedView"][];
            next?: string;
        };
        FlaggedView: {
            booking?: components["schemas"]["BookingView"];
            flags?: ("THERAPIST_UNLISTED" | "NOT_OFFERED" | "OUTSIDE_HOURS" | "LICENCE_MISSING" | "CLINIC_CLOSED" | "ROOM_GONE" | "EQUIPMENT_GONE")[];
        };
        Ask: {
            treatment?: string;
            /** Format: int64 */
            version?: number;
            code?: string;
            condition?: string;
            advice?: string;
            source?: string;
        };
        ScreenedView: {
            /** Format: uuid */
            clientId?: string;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            standing?: "CLEAR" | "ASKED" | "RELEASED" | "REFUSED";
            asks?: components["schemas"]["Ask"][];
            doctor?: string;
            /** Format: date */
            agreedOn?: string;
            reason?: string;
        };
        ScreeningList: {
            screenings?: components["schemas"]["ScreenedView"][];
            /** Format: int64 */
            version?: number;
        };
        CostView: {
            fee?: components["schemas"]["Money"];
            /** Format: date-time */
            freeUntil?: string;
            /** Format: int64 */
            version?: number;
            restored?: components["schemas"]["Money"];
            words?: string;
        };
        NoteList: {
            sessions?: components["schemas"]["SessionNotes"][];
        };
        IntakeList: {
            intakes?: components["schemas"]["IntakeView"][];
        };
        ChangeView: {
            /** Format: int64 */
            version?: number;
            event?: string;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            actor?: "CLIENT" | "GUEST" | "THERAPIST" | "DESK" | "CLINIC_ADMIN" | "PLATFORM_ADMIN" | "SYSTEM";
            actorId?: string;
            /** @enum {string} */
            channel?: "API" | "HOUSEKEEPING";
            requestId?: string;
            /** @enum {string} */
            reason?: "CLIENT_ASKED" | "THERAPIST_ABSENT" | "ROOM_UNUSABLE" | "CLINIC_CLOSED" | "MISTAKE" | "GOODWILL" | "THERAPIST_DECLINED";
            differences?: components["schemas"]["Difference"][];
        };
        Difference: {
            field?: string;
            before?: string;
            after?: string;
        };
        OwnBookings: {
            /** Format: uuid */
            clientId?: string;
            bookings?: components["schemas"]["BookingView"][];
            truncated?: boolean;
        };
        AvailabilityView: {
            from?: string;
            to?: string;
            slots?: components["schemas"]["SlotView"][];
            truncated?: boolean;
        };
        SlotView: {
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            /** Format: uuid */
            clinicId?: string;
            clinicName?: string;
            zone?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            price?: components["schemas"]["Money"];
            /** Format: double */
            distanceKm?: number;
        };
        FreeOfferView: {
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            /** Format: uuid */
            clinicId?: string;
            clinicName?: string;
            zone?: string;
            price?: components["schemas"]["Money"];
            /** Format: double */
            distanceKm?: number;
        };
        StartView: {
            /** Format: date-time */
            start?: string;
            /** Format: int32 */
            offer?: number;
        };
        StartsView: {
            from?: string;
            to?: string;
            /** Format: int32 */
            durationMinutes?: number;
            offers?: components["schemas"]["FreeOfferView"][];
            starts?: components["schemas"]["StartView"][];
            truncated?: boolean;
        };
        GoodTimesView: {
            from?: string;
            to?: string;
            therapists?: components["schemas"]["TherapistView"][];
        };
        TherapistView: {
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            slots?: components["schemas"]["SlotView"][];
        };
        FreeSession: {
            companion?: boolean;
            /** Format: uuid */
            therapistId?: string;
            therapistName?: string;
            treatment?: string;
            /** Format: int32 */
            durationMinutes?: number;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            price?: components["schemas"]["Money"];
        };
        FreeVisitView: {
            /** Format: uuid */
            clinicId?: string;
            clinicName?: string;
            zone?: string;
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            price?: components["schemas"]["Money"];
            sameRoom?: boolean;
            /** Format: double */
            distanceKm?: number;
            sessions?: components["schemas"]["FreeSession"][];
        };
        VisitsView: {
            from?: string;
            to?: string;
            visits?: components["schemas"]["FreeVisitView"][];
            truncated?: boolean;
        };
        VisitExplanationView: {
            /** Format: uuid */
            clinicId?: string;
            /** Format: date-time */
            start?: string;
            offered?: boolean;
            reasons?: components["schemas"]["VisitReason"][];
        };
        VisitReason: {
            /** Format: int32 */
            session?: number;
            code?: string;
            message?: string;
        };
        ExplanationView: {
            /** Format: uuid */
            therapistId?: string;
            /** Format: uuid */
            clinicId?: string;
            treatment?: string;
            /** Format: int32 */
            durationMinutes?: number;
            /** Format: date-time */
            start?: string;
            offered?: boolean;
            reasons?: components["schemas"]["Reason"][];
        };
        InvariantReportView: {
            /** Format: date-time */
            at?: string;
            /** Format: int64 */
            tookMillis?: number;
            healthy?: boolean;
            /** Format: int64 */
            checked?: number;
            /** Format: int64 */
            oldestUntoldSeconds?: number;
            counts?: {
                [key: string]: number;
            };
            violations?: components["schemas"]["Violation"][];
        };
        InvariantsView: {
            running?: boolean;
            report?: components["schemas"]["InvariantReportView"];
        };
        Violation: {
            /** @enum {string} */
            invariant?: "THERAPIST_OVERLAP" | "ROOM_OVERLAP" | "EQUIPMENT_OVERLAP" | "CLIENT_OVERLAP" | "CLAIMS_WRONG" | "CLAIMS_LEFT" | "INDEX_MISSING" | "VERSION_GAP" | "EVENT_STUCK" | "HOLD_LAPSED" | "HALF_SERIES" | "UNREADABLE";
            documents?: string[];
            detail?: string;
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
    decline: {
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
            /** @description Waiting for another one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
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
            /** @description unknown-entry: there is no such place on the waitlist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-offer: nothing is offered at the moment; not-waiting: they have left, or have what they waited for */
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
    cancel: {
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
            /** @description Given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
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
            /** @description unknown-entry: there is no such place on the waitlist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-waiting: they have what they waited for, or their days are over */
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
    accept: {
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AcceptanceRequest"];
            };
        };
        responses: {
            /** @description Taken, with the booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
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
            /** @description unknown-entry: there is no such place on the waitlist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-offer: nothing is offered at the moment; offer-over: the slot is the next one's; not-waiting: they have left, or have what they waited for */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes */
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
    voidIt: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidingRequest"];
            };
        };
        responses: {
            /** @description The voucher */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
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
            /** @description unknown-voucher: there is no such voucher */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description voucher-voided: it was before */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
            /** @description not-ready: vouchers can't be changed safely right now; store-unavailable: the store is away; nothing was lost, try again */
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
    changeCode: {
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
            /** @description The voucher with its new code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
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
            /** @description unknown-voucher: there is no such voucher */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-gift-card: only a gift card has a code; voucher-voided: it was declared void */
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
            /** @description not-ready: vouchers can't be changed safely right now; store-unavailable: the store is away; nothing was lost, try again */
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
    renew: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The held series, with its new end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description unknown-series: there is no such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-renewed: it was renewed before; hold-expired: the hold's time is over and the slots free again; already-confirmed: it is confirmed, and no hold any more; already-cancelled: it was given up or cancelled; not-held-yet: its visits are still being held */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    release: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series, given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description unknown-series: there is no such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description hold-expired: the hold's time is over and the slots free again; already-confirmed: it is confirmed, and no hold any more; already-cancelled: it was given up or cancelled; not-held-yet: its visits are still being held */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SeriesConfirmationRequest"];
            };
        };
        responses: {
            /** @description The confirmed series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description unknown-series: there is no such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description hold-expired: the time to confirm is over; already-confirmed: it is confirmed; already-cancelled: it was given up or cancelled; not-held-yet: its visits are still being held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes; idempotency-key-reused: this key was used for another request */
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
    costOfCancelling: {
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
            /** @description The fee in all and for each visit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesCostView"];
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
            /** @description unknown-series: there is no such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing-to-cancel: no visit is still to come; hold-expired: the hold has lapsed by itself; already-cancelled: it was given up or cancelled before; not-held-yet: its visits are still being held */
            409: {
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
    cancel_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancellationRequest"];
            };
        };
        responses: {
            /** @description The cancelled series; each visit with its fee */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description unknown-series: there is no such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description fee-not-accepted: it costs more than was accepted; names the fee, and that of each visit; nothing-to-cancel: no visit is still to come; hold-expired: the hold has lapsed by itself; already-cancelled: it was given up or cancelled before; not-held-yet: its visits are still being held */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    end: {
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
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
            /** @description unknown-plan: there is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: the caller treats the client at no time near now; plan-ended: it has ended before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
    adjust: {
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
                "application/json": components["schemas"]["PlanAdjustmentRequest"];
            };
        };
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
            /** @description unknown-plan: there is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: the caller treats the client at no time near now; plan-ended: it has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
    own: {
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
            /** @description What you said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeView"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had it erased */
            410: {
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
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakeRequest"];
            };
        };
        responses: {
            /** @description What you said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeView"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had it erased */
            410: {
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
            /** @description intake-incomplete: it can't be handed in yet; names what is missing; consent-needed: the consent is missing, or to former words; names the words */
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
    unchanged: {
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
                "application/json": components["schemas"]["UnchangedRequest"];
            };
        };
        responses: {
            /** @description What you said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeView"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description intake-due: nothing was handed in, or more than a year ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had it erased */
            410: {
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
            /** @description unknown-booking: it is not a visit of this client */
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
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description still-expected: you have bookings ahead or wait for one; cancel those first, they are named */
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
    withdraw: {
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
            /** @description Nothing will be erased */
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
            /** @description unknown-client: it is not you, or not any more */
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
    changeToken: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed, with its new address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
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
            /** @description unknown-calendar: there is no such feed */
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
    payWith: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenderRequest"];
            };
        };
        responses: {
            /** @description The booking, with what vouchers pay and what remains */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-covered: nothing is left to pay; voucher-empty: nothing is left on the voucher; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-missed: the client did not come; too-late-to-correct: the session took place more than a day ago; changed-too-often: more often than anybody has reason to */
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
            /** @description unknown-voucher: there is no such voucher, or it is not this client's; voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic; voucher-expired: the voucher is not good on the day of the session; voucher-voided: the clinic has declared the voucher void; idempotency-key-reused: this key was used for another request */
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
            /** @description not-ready: vouchers can't be taken safely right now; store-unavailable: the store is away; nothing was lost, try again */
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
    takeVouchersOff: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking, all of it still to be paid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-covered: no voucher pays it; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-missed: the client did not come; too-late-to-correct: the session took place more than a day ago; changed-too-often: more often than anybody has reason to */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    before: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PainRequest"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
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
            /** @description unknown-booking: there is no such booking; unknown-session: the visit has no such session, or it is somebody else's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-the-moment: too early or too late; says from when until when */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
    after: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PainRequest"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
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
            /** @description unknown-booking: there is no such booking; unknown-session: the visit has no such session, or it is somebody else's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-the-moment: too early or too late; says from when until when */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
    write: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionNoteRequest"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionNotes"];
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
            /** @description unknown-booking: there is no such booking; unknown-session: the visit has no such session, or it is somebody else's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-arrived: the client has not arrived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description reason-missing: an amendment says why */
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
    review: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
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
            /** @description The booking, standing or cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing-asked: no doctor had to be asked about who the caller treats here; already-reviewed: it was decided before; already-begun: the session has begun; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had it erased */
            410: {
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    costOfMoving: {
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
            /** @description The fee, until when there is none, and both in words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description contact-clinic: too late to do without the clinic; with phone and e-mail; not-confirmed: a hold is confirmed before it is moved; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-begun: the session has begun; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come; changed-too-often: more often than anybody has reason to */
            409: {
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
    reschedule: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleRequest"];
            };
        };
        responses: {
            /** @description The moved booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description slot-taken: somebody else has the new time; with the three nearest alternatives; client-busy: the client already has a session at the new time; companion-busy: who comes along already has a session at the new time; contact-clinic: too late to do without the clinic; with phone and e-mail; fee-not-accepted: it costs more than was accepted; names the fee; changed-too-often: more often than anybody has reason to; day-full: the therapist takes no more sessions on that day; with the three nearest alternatives; diary-protected: the therapist keeps that time together; with the three nearest alternatives; not-confirmed: a hold is confirmed before it is moved; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-begun: the session has begun; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description voucher-expired: the voucher that pays it is not good on the new day; screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes; unknown-therapist: there is no such therapist; not-offered: the other therapist does not give this treatment there; in-the-past: the new start is over; too-short-notice: the clinic needs more time; names the earliest start; beyond-horizon: the clinic does not book that far ahead; names the last day; off-grid: sessions start at other minutes; names the nearest; outside-hours: the therapist does not work throughout that time; outside-opening-hours: the clinic is not open throughout that time; closed: the clinic is closed on that day; time-off: the therapist is away; no-licence: no verified licence covers that day; wrong-number-of-therapists: a visit needs one for each session; treats-the-other: the therapist treats the other one of the couple at that time; no-double-room: the clinic has no double room that suits both; idempotency-key-reused: this key was used for another request */
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
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    changeRoom: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomRequest"];
            };
        };
        responses: {
            /** @description The booking in its new room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room-taken: somebody else has it at that time, or the other one of a couple if it is no double room; same-room: it is in that room; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-over: the session is over; already-completed: the session took place; already-missed: the client did not come; changed-too-often: more often than anybody has reason to */
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
            /** @description unknown-room: the clinic has no such room; unknown-session: the booking has no session of that number; unsuitable-room: the room lacks something that the treatment needs; idempotency-key-reused: this key was used for another request */
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
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    note: {
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
            /** @description The note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
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
            /** @description unknown-booking: there is no such booking */
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
    annotate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteRequest"];
            };
        };
        responses: {
            /** @description The note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description hold-expired: the hold has lapsed; already-cancelled: it was cancelled; changed-too-often: more often than anybody has reason to */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    miss: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking of a client who did not come, and the fee */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-begun: the session has not begun; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-completed: the session took place; already-missed: this was entered before; too-late-to-correct: the client counts as arrived for more than a day */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    renew_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold, with its new end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-renewed: it was renewed before; held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole; hold-expired: the hold's time is over and the slot free again; already-confirmed: it is confirmed, and no hold any more; already-cancelled: it was given up or cancelled; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    release_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold, given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole; hold-expired: the hold's time is over and the slot free again; already-confirmed: it is confirmed, and no hold any more; already-cancelled: it was given up or cancelled; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    confirm_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description The confirmed booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole; hold-expired: the time to confirm is over; already-confirmed: it is confirmed; already-cancelled: it was cancelled; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes; idempotency-key-reused: this key was used for another request */
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
    complete: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking of a session that took place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-begun: the session has not begun; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-completed: this was entered before; too-late-to-correct: it counts as missed for more than a day */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    claim: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description The caller's booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking, or the link does not open it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-busy: the caller already has a session at that time; of-series: it is a visit of a series, which stays with who booked it; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-completed: the session took place; already-missed: the client did not come; changed-too-often: more often than anybody has reason to */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: who booked it had everything erased */
            410: {
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
            /** @description pass-opens-nothing: the intake's pass is over, or opens somebody else's; nothing was changed; companion-is-client: nobody is treated twice at once; idempotency-key-reused: this key was used for another request */
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
            /** @description not-ready: bookings can't be changed safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    costOfCancelling_1: {
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
            /** @description The fee, until when there is none, and both in words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole; hold-expired: the hold has lapsed by itself; already-cancelled: it was cancelled before; already-begun: the session has begun; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
            409: {
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
    cancel_2: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancellationRequest"];
            };
        };
        responses: {
            /** @description The cancelled booking and its fee */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description fee-not-accepted: it costs more than was accepted; names the fee; held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole; hold-expired: the hold has lapsed by itself; already-cancelled: it was cancelled before; already-begun: the session has begun; already-arrived: the client is there; already-completed: the session took place; already-missed: the client did not come */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    arrive: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking of a client who is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-early: the session is more than an hour away; already-over: the session is over; not-confirmed: it is only held; hold-expired: the hold has lapsed; already-cancelled: it was cancelled; already-arrived: the client is there; already-completed: the session took place */
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
            /** @description idempotency-key-reused: this key was used for another request */
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
    list: {
        parameters: {
            query: {
                clinicId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who waits, and why in this order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistView"];
                };
            };
            /** @description missing-parameter: clinicId must be there; invalid-parameter: clinicId is not as it must be */
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
    join: {
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
                "application/json": components["schemas"]["WaitlistRequest"];
            };
        };
        responses: {
            /** @description The place on the waitlist */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
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
            /** @description free-now: nobody need wait; names up to three starts that can be booked; too-many-entries: the client waits for five already */
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
            /** @description unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; wrong-length: the treatment is not given that long there; names the lengths; not-offered: nobody there gives it, or not this therapist; wrong-dates: the days are over, too far ahead or the wrong way round; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
                clinicId?: string;
                clientId?: string;
                kind?: "PACKAGE" | "GIFT_CARD" | "CREDIT";
                /** @description Only those that can, or can no longer, be paid with */
                status?: "OPEN" | "USED_UP" | "EXPIRED" | "VOIDED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vouchers, each with its statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherList"];
                };
            };
            /** @description invalid-parameter: clinicId or clientId must be there */
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
    issue: {
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
                "application/json": components["schemas"]["VoucherRequest"];
            };
        };
        responses: {
            /** @description The voucher; of a gift card with its code, this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
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
            /** @description unknown-clinic: there is no such clinic; unknown-therapist: there is no such therapist; wrong-length: the clinic does not give this treatment that long; names the lengths; unknown-package: no price list has it, and paidCents or lastDay is missing; names those it has; bad-last-day: the last day is over or more than 30 years away; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: vouchers can't be issued safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    adjust_1: {
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
                "application/json": components["schemas"]["AdjustmentRequest"];
            };
        };
        responses: {
            /** @description The voucher */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
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
            /** @description unknown-voucher: there is no such voucher */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description voucher-voided: it was declared void; overdrawn: less would be left than nothing; names what is left */
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
            /** @description too-much: more than a voucher may have; bad-last-day: the last day is over or more than 30 years away; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: vouchers can't be changed safely right now; store-unavailable: the store is away; nothing was lost, try again */
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
    giftCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description What is left and until when, and its statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardView"];
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
            /** @description unknown-voucher: there is no such gift card */
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
    list_2: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is blocked, the earliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlocksView"];
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
    block: {
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
                "application/json": components["schemas"]["TimeOffRequest"];
            };
        };
        responses: {
            /** @description What is blocked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockView"];
                };
            };
            /** @description invalid-field: a field is not as it must be; end comes after start; missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
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
            /** @description time-off-touches-bookings: bookings are in the way; lists them, so that they can be moved first; time-off-overlaps: some of the time is blocked already; lists by what */
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
            /** @description in-the-past: all of it is over; too-long: longer than 92 days; too-far-ahead: ends later than in two years; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: nothing can be blocked safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
            query?: never;
            header?: never;
            path: {
                id: string;
            };
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
                    "application/json": components["schemas"]["SubscriptionsView"];
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
    subscribe: {
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
                "application/json": components["schemas"]["SubscriptionRequest"];
            };
        };
        responses: {
            /** @description The subscription after its first reading */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
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
            /** @description too-many-subscriptions: five are the most */
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
            /** @description calendar-unreadable: there is no calendar that we could read; says why; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the therapists yet; store-unavailable: the store is away; nothing was lost, try again */
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
    read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription after the reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
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
            /** @description unknown-subscription: this therapist has no such subscription */
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
    hold: {
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
                "application/json": components["schemas"]["SeriesRequest"];
            };
        };
        responses: {
            /** @description The held series */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description slot-taken: somebody else has one of the times; names it, with alternatives; client-busy: the client already has a session at one of the times; names it; too-many-holds: the client holds two slots or series already; names them; day-full: the therapist takes no more sessions on one of the days; with alternatives; diary-protected: the therapist keeps one of the times together; with alternatives; not-held-yet: the same request is under way */
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
            /** @description visits-overlap: two visits are at the same time; names one; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; wrong-length: the treatment is not given that long; names the lengths; not-offered: a therapist does not give it there; not-listed: a therapist takes no bookings at the moment; in-the-past: a start is over; too-short-notice: the clinic needs more time; names the earliest start; beyond-horizon: the clinic does not book that far ahead; names the last day; off-grid: sessions start at other minutes; names the nearest; outside-hours: the therapist does not work throughout that time; outside-opening-hours: the clinic is not open throughout that time; closed: the clinic is closed on that day; time-off: the therapist is away; no-licence: no verified licence covers that day; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalRequest"];
            };
        };
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
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
            /** @description unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; wrong-length: the treatment is not given that long; names the lengths; not-offered: the therapist, or nobody at the clinic, gives it that long; in-the-past: the first start is over; beyond-horizon: the clinic does not book as far ahead as the first start; names the last day */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
            query: {
                treatments: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionList"];
                };
            };
            /** @description invalid-parameter: treatments must name one to four */
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
            /** @description unknown-treatment: there is no such treatment */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the treatments yet; store-unavailable: the store is away; nothing was lost, try again */
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
    verdict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersRequest"];
            };
        };
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictView"];
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
            /** @description unknown-treatment: there is no such treatment; unknown-condition: no treatment asks for this; names all codes */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the treatments yet; store-unavailable: the store is away; nothing was lost, try again */
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
    book: {
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
                "application/json": components["schemas"]["VisitsRequest"];
            };
        };
        responses: {
            /** @description The held series */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
            /** @description unknown-plan: there is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan-ended: it has ended; slot-taken: somebody else has one of the times; names it, with alternatives; client-busy: the client already has a session at one of the times; names it; too-many-holds: the client holds two slots or series already; names them; day-full: the therapist takes no more sessions on one of the days; with alternatives */
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
            /** @description visits-overlap: two visits are at the same time; names one; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    propose_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatesRequest"];
            };
        };
        responses: {
            /** @description The dates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatesView"];
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
            /** @description unknown-plan: there is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan-ended: it has ended; not-now: the caller treats the client at no time near now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description too-soon: nearer to the last visit than the plan says, or over; names the earliest day; unknown-therapist: there is no such therapist; unknown-clinic: the clinic is no more; unknown-treatment: the treatment is no more; wrong-length: the treatment is no longer given that long; names the lengths; not-offered: the therapist, or nobody at the clinic, gives it that long */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    exchange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakePassRequest"];
            };
        };
        responses: {
            /** @description The pass */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakePassView"];
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
            /** @description unknown-code: it is wrong, used, over, or was tried too often */
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
    exchange_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassRequest"];
            };
        };
        responses: {
            /** @description The pass */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassView"];
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
            /** @description unknown-link: it opens nothing, or nothing any more */
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
    list_4: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is blocked, the earliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlocksView"];
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
    block_1: {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request; repeat it with a repeat. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosureRequest"];
            };
        };
        responses: {
            /** @description What is blocked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockView"];
                };
            };
            /** @description invalid-field: a field is not as it must be; end comes after start; missing-idempotency-key: the header Idempotency-Key is missing; malformed-json: the body is not valid JSON; unknown-field: the body has a field that is not known here; invalid-field: a field is missing or not as it must be */
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
            /** @description unknown-room: there is no such room */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description closure-touches-bookings: bookings are in the way; lists them, so that they can be moved first; closure-overlaps: some of the time is blocked already; lists by what */
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
            /** @description in-the-past: all of it is over; too-long: longer than 92 days; too-far-ahead: ends later than in two years; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: nothing can be blocked safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    own_1: {
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
            /** @description The plans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
    makeOwn: {
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
                "application/json": components["schemas"]["OwnPlanRequest"];
            };
        };
        responses: {
            /** @description The plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-plans: end one first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
            /** @description unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; wrong-length: the treatment is not given that long; names the lengths; not-offered: this therapist does not give it there; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    of: {
        parameters: {
            query: {
                kind: "CLIENT" | "THERAPIST" | "CLINIC";
                /** @description The client's, therapist's or clinic's */
                id: string;
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
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
            /** @description missing-parameter: kind and id must be there; invalid-parameter: a parameter is not as it must be */
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
    open: {
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
                "application/json": components["schemas"]["CalendarRequest"];
            };
        };
        responses: {
            /** @description The feed, with its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
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
            /** @description unknown-client: there is no such client; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic; idempotency-key-reused: this key was used for another request */
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
    flagged: {
        parameters: {
            query: {
                flagged: boolean;
                clinicId: string;
                limit?: number;
                after?: components["schemas"]["Place"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bookings that no longer fit, the earliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlaggedPage"];
                };
            };
            /** @description invalid-parameter: a parameter is not as it must be */
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
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    book_1: {
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
                "application/json": components["schemas"]["BookingRequest"];
            };
        };
        responses: {
            /** @description The booking, held or confirmed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description slot-taken: somebody else has it; with the three nearest alternatives; client-busy: the client already has a session at that time; companion-busy: who comes along already has a session at that time; too-many-holds: the client holds two slots already; names them; day-full: the therapist takes no more sessions on that day; with the three nearest alternatives; diary-protected: the therapist keeps that time together; with the three nearest alternatives; voucher-empty: nothing is left on the voucher */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; wrong-length: the treatment is not given that long; names the lengths; not-offered: this therapist does not give it there; not-listed: this therapist takes no bookings at the moment; in-the-past: the start is over; too-short-notice: the clinic needs more time; names the earliest start; beyond-horizon: the clinic does not book that far ahead; names the last day; off-grid: sessions start at other minutes; names the nearest; outside-hours: the therapist does not work throughout that time; outside-opening-hours: the clinic is not open throughout that time; closed: the clinic is closed on that day; time-off: the therapist is away; no-licence: no verified licence covers that day; treats-the-other: the therapist treats the other one of the couple at that time; no-double-room: the clinic has no double room that suits both; companion-is-client: nobody is treated twice at once; screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes; unknown-voucher: there is no such voucher, or it is not this client's; voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic; voucher-expired: the voucher is not good on the day of the session; voucher-voided: the clinic has declared the voucher void; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    make: {
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
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description The plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-plans: end one first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description unknown-treatment: there is no such treatment; wrong-length: the treatment is not given that long; names the lengths; not-offered: the caller does not give it there; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    send: {
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["IntakeCodeRequest"];
            };
        };
        responses: {
            /** @description On its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-codes: some are on their way, or were not used */
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
            /** @description no-address: nobody comes along, or they left no mail address; idempotency-key-reused: this key was used for another request */
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
    breakGlass: {
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
                "application/json": components["schemas"]["GlassRequest"];
            };
        };
        responses: {
            /** @description Until when */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlassView"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
    walkIn: {
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
                "application/json": components["schemas"]["WalkInRequest"];
            };
        };
        responses: {
            /** @description The booking, arrived or confirmed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description nobody-free: nobody can treat so soon, or at that start; with the three next free starts; client-busy: the client already has a session at that time; voucher-empty: nothing is left on the voucher */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
            /** @description unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic; unknown-treatment: there is no such treatment; wrong-length: the treatment is not given that long; names the lengths; not-offered: this therapist does not give it there; screening-needed: whether anything speaks against it was not answered; names the questions; screening-stop: no massage, medical care first; names the rules and where to turn; doctor-needed: only with a doctor's word; names the rules; not-this-technique: another technique, or a doctor's word; names those that fit; unknown-condition: no treatment asks for this; names all codes; unknown-voucher: there is no such voucher, or it is not this client's; voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic; voucher-expired: the voucher is not good on the day of the session; voucher-voided: the clinic has declared the voucher void; idempotency-key-reused: this key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-ready: bookings can't be taken safely right now; catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    search: {
        parameters: {
            query: {
                clinicId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description The bookings that fit, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundList"];
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
    week: {
        parameters: {
            query: {
                therapistId: string;
                /**
                 * @description ISO 8601
                 * @example 2026-W48
                 */
                week: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The week */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekView"];
                };
            };
            /** @description missing-parameter: therapistId and week must be there; invalid-parameter: a parameter is not as it must be */
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
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The place on the waitlist */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
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
            /** @description unknown-entry: there is no such place on the waitlist */
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
    own_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPlaces"];
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
    find_1: {
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
            /** @description The voucher */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
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
            /** @description unknown-voucher: there is no such voucher */
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
    get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                timeOffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is blocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockView"];
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
            /** @description unknown-time-off: there is no such time off, or no more */
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
    free: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                timeOffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
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
            /** @description unknown-time-off: there is no such time off, or no more */
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
    preview: {
        parameters: {
            query: {
                start: string;
                end: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in the way; nothing in it means that the time could be blocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
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
            /** @description in-the-past: all of it is over; too-long: longer than 92 days; too-far-ahead: ends later than in two years */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
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
            /** @description unknown-subscription: this therapist has no such subscription */
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
    end_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended */
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
            /** @description unknown-subscription: this therapist has no such subscription */
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
    find_2: {
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
            /** @description The series, its visits as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
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
            /** @description unknown-series: there is no such series */
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
    vouchers: {
        parameters: {
            query: {
                clinicId: string;
                /** @example 2026-10-01 */
                from: string;
                /**
                 * @description Inclusive
                 * @example 2026-12-31
                 */
                to: string;
                format?: "JSON" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherReport"];
                    "text/csv": string;
                };
            };
            /** @description missing-parameter: clinicId, from and to must be there; invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days */
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
    utilisation: {
        parameters: {
            query: {
                clinicId: string;
                /** @example 2026-10-01 */
                from: string;
                /**
                 * @description Inclusive
                 * @example 2026-12-31
                 */
                to: string;
                groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
                format?: "JSON" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UtilisationReport"];
                    "text/csv": string;
                };
            };
            /** @description missing-parameter: clinicId, from and to must be there; invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days */
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
    revenue: {
        parameters: {
            query: {
                clinicId: string;
                /** @example 2026-10-01 */
                from: string;
                /**
                 * @description Inclusive
                 * @example 2026-12-31
                 */
                to: string;
                groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
                format?: "JSON" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueReport"];
                    "text/csv": string;
                };
            };
            /** @description missing-parameter: clinicId, from and to must be there; invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days */
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
    noShows: {
        parameters: {
            query: {
                clinicId: string;
                /** @example 2026-10-01 */
                from: string;
                /**
                 * @description Inclusive
                 * @example 2026-12-31
                 */
                to: string;
                groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
                format?: "JSON" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowReport"];
                    "text/csv": string;
                };
            };
            /** @description missing-parameter: clinicId, from and to must be there; invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days */
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
    cancellations: {
        parameters: {
            query: {
                clinicId: string;
                /** @example 2026-10-01 */
                from: string;
                /**
                 * @description Inclusive
                 * @example 2026-12-31
                 */
                to: string;
                groupBy?: "THERAPIST" | "TREATMENT" | "CLINIC" | "DAY" | "MONTH";
                format?: "JSON" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancellationReport"];
                    "text/csv": string;
                };
            };
            /** @description missing-parameter: clinicId, from and to must be there; invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days */
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
    show: {
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
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
            /** @description unknown-plan: there is no such plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: the reader treats the client at no time near now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
    form: {
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
                    "application/json": components["schemas"]["FormView"];
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
    find_3: {
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
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
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
            /** @description unknown-erasure: no client with this id has asked to be forgotten */
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
    day: {
        parameters: {
            query: {
                clinicId?: string;
                therapistId?: string;
                /**
                 * @description As the clinic's calendar has it
                 * @example 2026-11-24
                 */
                date: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DaySheetView"];
                };
            };
            /** @description missing-parameter: clinicId or therapistId, and date, must be there; invalid-parameter: a parameter is not as it must be */
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
            /** @description unknown-clinic: there is no such clinic; unknown-therapist: there is no such therapist */
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
    get_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roomId: string;
                closureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is blocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockView"];
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
            /** @description unknown-closure: there is no such closure, or no more */
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
    free_1: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: string;
                roomId: string;
                closureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
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
            /** @description unknown-closure: there is no such closure, or no more */
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
    preview_1: {
        parameters: {
            query: {
                start: string;
                end: string;
            };
            header?: never;
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in the way; nothing in it means that the time could be blocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
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
            /** @description unknown-room: there is no such room */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description in-the-past: all of it is over; too-long: longer than 92 days; too-far-ahead: ends later than in two years */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: we do not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    own_3: {
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
            /** @description Your sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryList"];
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
    export: {
        parameters: {
            query?: {
                format?: "JSON" | "HTML";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                    "text/html": string;
                };
            };
            /** @description invalid-parameter: a parameter is not as it must be */
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
            /** @description unknown-client: it is not you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: you had everything erased */
            410: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureList"];
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
            /** @description unknown-client: it is not you */
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
    find_4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
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
            /** @description unknown-calendar: there is no such feed */
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
    revoke: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the last answer, for example "3". */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
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
            /** @description unknown-calendar: there is no such feed */
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
    read_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description unknown-calendar: there is no such feed, or its token was changed or revoked */
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
    find_5: {
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
            /** @description The booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
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
            /** @description unknown-booking: there is no such booking */
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
    read_2: {
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
            /** @description What was answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningList"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: too early, or too late; says from when until when */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had it erased */
            410: {
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
    notes: {
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
            /** @description The notes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: too early, or too late; says from when until when */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had everything erased */
            410: {
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
    forVisit: {
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
            /** @description What was handed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeList"];
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
            /** @description unknown-booking: there is no such booking */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-now: too early, or too late; says from when until when; behind-glass: the reader treats nobody in this visit */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description client-forgotten: the client had it erased */
            410: {
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
    history: {
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
            /** @description Every change: when, by whom, from where, and what became different */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"][];
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
            /** @description unknown-booking: there is no such booking */
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
    own_4: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's bookings, the earliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnBookings"];
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
    find_6: {
        parameters: {
            query: {
                /** @example TRIGGER_POINT */
                treatment: string;
                /** @example 60 */
                durationMinutes: number;
                therapistId?: string;
                clinicId?: string;
                /**
                 * @description A time with its offset, or a date, which begins when it does at each clinic. Default: now.
                 * @example 2026-11-24
                 */
                from?: string;
                /**
                 * @description Sessions start before this time, or on this date at the latest; at most 62 days after from. Default: a week after from.
                 * @example 2026-11-30
                 */
                to?: string;
                limit?: number;
                /**
                 * @description Sessions start before 12:00, from 12:00 to before 17:00, or from 17:00 on, by the clinic's clock. Several are separated by commas. Default: any.
                 * @example MORNING,EVENING
                 */
                partOfDay?: ("MORNING" | "AFTERNOON" | "EVENING")[];
                /**
                 * @description Days of the week, separated by commas. Default: any.
                 * @example MONDAY,FRIDAY
                 */
                dayOfWeek?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
                /**
                 * @description Only at clinics around latitude,longitude in degrees
                 * @example 52.53,13.41
                 */
                near?: string;
                /** @description How far around near */
                radiusKm?: number;
                /** @description slots for every start; starts for each time once, whoever is free then, in a tenth of the bytes; earliest for each therapist's earliest of morning, afternoon and evening, where limit is of therapists */
                view?: "slots" | "starts" | "earliest";
                /** @description start for who is free first; distance for who is nearest, which needs near. Slots of one clinic come together then, the earliest first; with view=earliest a therapist is as near as the nearest of their slots. */
                sort?: "start" | "distance";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is free, by start, then therapist, or by distance; or good times, by therapist */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityView"] | components["schemas"]["StartsView"] | components["schemas"]["GoodTimesView"];
                };
            };
            /** @description wrong-length: the treatment is never that long; allowedMinutes says how long it may be; invalid-parameter: a parameter is not as it must be, or the time is longer than 62 days; missing-parameter: treatment and durationMinutes must be there */
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
            /** @description unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: this service has just been set up and does not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    find_7: {
        parameters: {
            query: {
                /**
                 * @description What the client has, one after the other: a treatment, its minutes and, if it must be somebody, the therapist's id, with colons between. At most four sessions with those of the companion.
                 * @example HOT_STONE:60,SWEDISH:30
                 */
                sessions: string;
                /**
                 * @description What a companion has at the same time, in the same way
                 * @example SWEDISH:90
                 */
                companion?: string;
                /** @description Whether both must be in one double room; else they are if one is free */
                sameRoom?: boolean;
                clinicId?: string;
                /**
                 * @description A time with its offset, or a date, which begins when it does at each clinic. Default: now.
                 * @example 2026-11-24
                 */
                from?: string;
                /**
                 * @description Visits start before this time, or on this date at the latest; at most 62 days after from. Default: a week after from.
                 * @example 2026-11-30
                 */
                to?: string;
                limit?: number;
                /**
                 * @description When visits start, as for single sessions. Default: any.
                 * @example MORNING
                 */
                partOfDay?: ("MORNING" | "AFTERNOON" | "EVENING")[];
                /**
                 * @description Days of the week, separated by commas. Default: any.
                 * @example MONDAY,FRIDAY
                 */
                dayOfWeek?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
                /**
                 * @description Only at clinics around latitude,longitude in degrees
                 * @example 52.53,13.41
                 */
                near?: string;
                /** @description How far around near */
                radiusKm?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is free, by start, then clinic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitsView"];
                };
            };
            /** @description wrong-length: a treatment is never that long; allowedMinutes says how long it may be; invalid-parameter: a parameter is not as it must be, or the time is longer than 62 days; missing-parameter: sessions must be there */
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
            /** @description unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: this service has just been set up and does not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    explain: {
        parameters: {
            query: {
                clinicId: string;
                /** @description As for the search, each with its therapist's id */
                sessions: string;
                /** @description What a companion has at the same time */
                companion?: string;
                /** @description Whether both must be in one double room */
                sameRoom?: boolean;
                /**
                 * @description A time with its offset
                 * @example 2026-11-24T09:15:00+01:00
                 */
                start: string;
                /** @description general, or staff for each rule by its name, to whoever works there */
                detail?: "general" | "staff";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is offered, and every reason why not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitExplanationView"];
                };
            };
            /** @description invalid-parameter: a parameter is not as it must be; missing-parameter: clinicId, sessions and start must be there */
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
            /** @description not-allowed: detail is staff, and the caller does not work at this clinic */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: this service has just been set up and does not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    explain_1: {
        parameters: {
            query: {
                therapistId: string;
                clinicId: string;
                /** @example TRIGGER_POINT */
                treatment: string;
                /** @example 60 */
                durationMinutes: number;
                /**
                 * @description A time with its offset
                 * @example 2026-11-24T09:15:00+01:00
                 */
                start: string;
                /** @description general, or staff for each rule by its name, to whoever works there */
                detail?: "general" | "staff";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is offered, and every reason why not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationView"];
                };
            };
            /** @description invalid-parameter: a parameter is not as it must be; missing-parameter: all but detail must be there */
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
            /** @description not-allowed: detail is staff, and the caller does not work at this clinic */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-treatment: there is no such treatment; unknown-therapist: there is no such therapist; unknown-clinic: there is no such clinic */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description catalogue-not-ready: this service has just been set up and does not know the clinics yet; store-unavailable: the store is away; nothing was lost, try again */
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
    read_3: {
        parameters: {
            query?: {
                /** @description A look begins unless the last one is younger than this. */
                maxAgeSeconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the last look has found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvariantsView"];
                };
            };
            /** @description A look is under way; with the report before, if there is one. Ask again in some seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvariantsView"];
                };
            };
            /** @description invalid-parameter: maxAgeSeconds must be from 0 to 86400 */
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
}
