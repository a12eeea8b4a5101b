package io.rhomboid.booking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.daysheet.DaySheets;
import io.rhomboid.booking.daysheet.Reports;
import io.rhomboid.booking.reservation.Timetable;

/** Puts day sheets and reports together. */
@Configuration(proxyBeanMethods = false)
class DaySheetPart {

    @Bean
    DaySheets daySheets(Timetable timetable, Blocks blocks, Availability availability) {
        return new DaySheets(timetable, blocks, availability::catalogue);
    }

    @Bean
    Reports reports(Timetable timetable, Blocks blocks, Availability availability) {
        return new Reports(timetable, blocks, availability::catalogue);
    }
}
