package io.rhomboid.booking.daysheet.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.daysheet.Reports;
import io.rhomboid.booking.daysheet.Reports.Group;
import io.rhomboid.booking.daysheet.Reports.GroupBy;
import io.rhomboid.booking.daysheet.Tally;
import io.rhomboid.booking.voucher.Sales;
import io.rhomboid.booking.voucher.Voucher;
import io.rhomboid.booking.voucher.VoucherDesk;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** How was the last quarter? Each report as JSON, or as CSV for a spreadsheet. */
@Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final int MAX_DAYS = 400;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");

    private final Reports reports;
    private final VoucherDesk vouchers;
    private final Availability availability;
    private final Clock clock;

    ReportController(Reports reports, VoucherDesk vouchers, Availability availability, Clock clock) {
        this.reports = reports;
        this.vouchers = vouchers;
        this.availability = availability;
        this.clock = clock;
    }

    enum Format {
        JSON,
        CSV
    }

    /**
     * A report.
     *
     * @param from the first date, on the clinic's calendar
     * @param to the last date
     */
    record ReportView<R>(ClinicId clinicId, LocalDate from, LocalDate to, GroupBy groupBy, List<R> rows) {}

    record UtilisationReport(
            ClinicId clinicId, LocalDate from, LocalDate to, GroupBy groupBy, List<UtilisationRow> rows) {}

    record RevenueReport(ClinicId clinicId, LocalDate from, LocalDate to, GroupBy groupBy, List<RevenueRow> rows) {}

    record NoShowReport(ClinicId clinicId, LocalDate from, LocalDate to, GroupBy groupBy, List<NoShowRow> rows) {}

    record CancellationReport(
            ClinicId clinicId, LocalDate from, LocalDate to, GroupBy groupBy, List<CancellationRow> rows) {}

    /**
     * How much of the time was booked.
     *
     * @param group a therapist's or clinic's id, a date or a month
     * @param name of a therapist or clinic
     * @param workingMinutes by the rota as it is today
     * @param utilisation booked of working minutes; missing where nobody works
     */
    record UtilisationRow(
            String group,
            String name,
            long sessions,
            long bookedMinutes,
            long workingMinutes,
            @Nullable BigDecimal utilisation) {}

    /**
     * What came in; amounts in cents.
     *
     * @param earnedCents completed sessions
     * @param expectedCents sessions neither completed nor missed yet
     * @param feeCents for moving and cancelling late and for not coming
     * @param totalCents earned and fees
     * @param redeemedCents what of that vouchers have paid, which were paid for before
     */
    record RevenueRow(
            String group,
            String name,
            String currency,
            long sessions,
            long earnedCents,
            long expectedCents,
            long feeCents,
            long totalCents,
            long redeemedCents) {}

    /**
     * Who did not come.
     *
     * @param due sessions completed or missed
     * @param share missed of due; missing where none was due
     */
    record NoShowRow(
            String group,
            String name,
            String currency,
            long due,
            long missed,
            @Nullable BigDecimal share,
            long feeCents) {}

    /**
     * Who cancelled.
     *
     * @param late of the cancelled, at a fee
     * @param share cancelled of all that was booked; missing where nothing was
     */
    record CancellationRow(
            String group,
            String name,
            String currency,
            long booked,
            long cancelled,
            long late,
            @Nullable BigDecimal share,
            long feeCents) {}

    /** @param rows by month, then kind */
    record VoucherReport(ClinicId clinicId, LocalDate from, LocalDate to, List<VoucherRow> rows) {}

    /**
     * What became of vouchers of one kind in one month. Of packages sessions are counted, of the others cents.
     *
     * @param month for example {@code 2026-11}
     * @param sold how many were issued
     * @param paidCents for those
     * @param loaded what was put on vouchers, when they were issued and later
     * @param redeemed what was paid with them, less what came back
     * @param expired what was left when they ended
     * @param voided what was left when they were declared void
     * @param outstanding what was left at the end of the month, or of the period, or now, whichever is first
     */
    record VoucherRow(
            String month,
            Voucher.Kind kind,
            String currency,
            long sold,
            long paidCents,
            long loaded,
            long redeemed,
            long expired,
            long voided,
            long outstanding) {

        static VoucherRow of(Sales.Group group, Sales sales) {
            return new VoucherRow(
                    group.month().toString(),
                    group.kind(),
                    group.currency(),
                    sales.sold(),
                    sales.paidCents(),
                    sales.loaded(),
                    sales.redeemed(),
                    sales.expired(),
                    sales.voided(),
                    sales.outstanding());
        }
    }

    /** 200 with what became of the clinic's vouchers, month by month. */
    @GetMapping("/vouchers")
    @CanRefuse({
        "400 missing-parameter: clinicId, from and to must be there",
        "400 invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VoucherReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> vouchers(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(example = "2026-10-01") @RequestParam String from,
            @Parameter(description = "Inclusive", example = "2026-12-31") @RequestParam String to,
            @RequestParam(defaultValue = "JSON") Format format) {
        var period = period(from, to);
        if (availability.catalogue().clinic(clinicId).isEmpty()) return unknownClinic(clinicId);
        var rows =
                Sales.of(vouchers.allOf(clinicId), period.first(), period.last(), clock.instant()).entrySet().stream()
                        .map(row -> VoucherRow.of(row.getKey(), row.getValue()))
                        .toList();
        return answer(VoucherRow.class, rows, new VoucherReport(clinicId, period.first(), period.last(), rows), format);
    }

    /** 200 with booked and working minutes. */
    @GetMapping("/utilisation")
    @CanRefuse({
        "400 missing-parameter: clinicId, from and to must be there",
        "400 invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = UtilisationReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> utilisation(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(example = "2026-10-01") @RequestParam String from,
            @Parameter(description = "Inclusive", example = "2026-12-31") @RequestParam String to,
            @RequestParam(defaultValue = "THERAPIST") GroupBy groupBy,
            @RequestParam(defaultValue = "JSON") Format format) {
        if (groupBy == GroupBy.TREATMENT) {
            throw invalid("groupBy", "must be THERAPIST, CLINIC, DAY or MONTH: nobody works on one technique alone");
        }
        return answer(
                UtilisationRow.class,
                tally -> tally.sessions() > 0 || tally.workingMinutes() > 0,
                (row, tally) -> new UtilisationRow(
                        row.group().key(),
                        row.name(),
                        tally.sessions(),
                        tally.bookedMinutes(),
                        tally.workingMinutes(),
                        share(tally.bookedMinutes(), tally.workingMinutes())),
                clinicId,
                from,
                to,
                groupBy,
                format);
    }

    /** 200 with what was earned, is expected and is owed. */
    @GetMapping("/revenue")
    @CanRefuse({
        "400 missing-parameter: clinicId, from and to must be there",
        "400 invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RevenueReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> revenue(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(example = "2026-10-01") @RequestParam String from,
            @Parameter(description = "Inclusive", example = "2026-12-31") @RequestParam String to,
            @RequestParam(defaultValue = "TREATMENT") GroupBy groupBy,
            @RequestParam(defaultValue = "JSON") Format format) {
        return answer(
                RevenueRow.class,
                tally -> tally.sessions() > 0 || tally.cancelledLate() > 0,
                (row, tally) -> new RevenueRow(
                        row.group().key(),
                        row.name(),
                        row.group().currency(),
                        tally.sessions(),
                        tally.earnedCents(),
                        tally.expectedCents(),
                        tally.feeCents(),
                        Math.addExact(tally.earnedCents(), tally.feeCents()),
                        tally.redeemedCents()),
                clinicId,
                from,
                to,
                groupBy,
                format);
    }

    /** 200 with who did not come. */
    @GetMapping("/no-shows")
    @CanRefuse({
        "400 missing-parameter: clinicId, from and to must be there",
        "400 invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = NoShowReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> noShows(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(example = "2026-10-01") @RequestParam String from,
            @Parameter(description = "Inclusive", example = "2026-12-31") @RequestParam String to,
            @RequestParam(defaultValue = "THERAPIST") GroupBy groupBy,
            @RequestParam(defaultValue = "JSON") Format format) {
        return answer(
                NoShowRow.class,
                tally -> tally.completed() + tally.missed() > 0,
                (row, tally) -> {
                    long due = tally.completed() + tally.missed();
                    return new NoShowRow(
                            row.group().key(),
                            row.name(),
                            row.group().currency(),
                            due,
                            tally.missed(),
                            share(tally.missed(), due),
                            tally.noShowFeeCents());
                },
                clinicId,
                from,
                to,
                groupBy,
                format);
    }

    /** 200 with who cancelled. */
    @GetMapping("/cancellations")
    @CanRefuse({
        "400 missing-parameter: clinicId, from and to must be there",
        "400 invalid-parameter: a parameter is not as it must be, or the period is longer than 400 days",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CancellationReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> cancellations(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(example = "2026-10-01") @RequestParam String from,
            @Parameter(description = "Inclusive", example = "2026-12-31") @RequestParam String to,
            @RequestParam(defaultValue = "THERAPIST") GroupBy groupBy,
            @RequestParam(defaultValue = "JSON") Format format) {
        return answer(
                CancellationRow.class,
                tally -> tally.sessions() + tally.cancelled() > 0,
                (row, tally) -> {
                    long booked = tally.sessions() + tally.cancelled();
                    return new CancellationRow(
                            row.group().key(),
                            row.name(),
                            row.group().currency(),
                            booked,
                            tally.cancelled(),
                            tally.cancelledLate(),
                            share(tally.cancelled(), booked),
                            tally.cancellationFeeCents());
                },
                clinicId,
                from,
                to,
                groupBy,
                format);
    }

    /** A group and what people call it. */
    private record Named(Group group, String name) {}

    private <R extends Record> ResponseEntity<?> answer(
            Class<R> type,
            Predicate<Tally> matters,
            BiFunction<Named, Tally, R> row,
            ClinicId clinicId,
            String from,
            String to,
            GroupBy by,
            Format format) {
        var period = period(from, to);
        var first = period.first();
        var last = period.last();
        var known = availability.catalogue();
        var clinic = known.clinic(clinicId);
        if (clinic.isEmpty()) return unknownClinic(clinicId);
        var rows = reports.count(clinicId, clinic.get().currency(), first, last, by).entrySet().stream()
                .filter(counted -> matters.test(counted.getValue()))
                .map(counted -> row.apply(
                        new Named(
                                counted.getKey(),
                                name(known, by, counted.getKey().key())),
                        counted.getValue()))
                .toList();
        return answer(type, rows, new ReportView<>(clinicId, first, last, by, rows), format);
    }

    private record Period(LocalDate first, LocalDate last) {}

    private static Period period(String from, String to) {
        var first = date("from", from);
        var last = date("to", to);
        if (last.isBefore(first)) throw invalid("to", "must not lie before from");
        if (!last.isBefore(first.plusDays(MAX_DAYS))) {
            throw invalid("to", "must be less than " + MAX_DAYS + " days after from");
        }
        return new Period(first, last);
    }

    private static ResponseEntity<?> unknownClinic(ClinicId id) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-clinic", "There is no clinic " + id + ".")
                .answer();
    }

    private static <R extends Record> ResponseEntity<?> answer(
            Class<R> type, List<R> rows, Object view, Format format) {
        var ok = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return switch (format) {
            case JSON -> ok.body(view);
            case CSV -> ok.contentType(CSV).body(csv(type, rows).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String name(Catalogue known, GroupBy by, String key) {
        return switch (by) {
            case THERAPIST ->
                known.therapist(TherapistId.of(key)).map(Therapist::name).orElse("");
            case TREATMENT ->
                known.treatment(TreatmentCode.of(key)).map(Treatment::name).orElse("");
            case CLINIC -> known.clinic(ClinicId.of(key)).map(Clinic::name).orElse("");
            case DAY, MONTH -> "";
        };
    }

    /** To four digits, half up. */
    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static LocalDate date(String name, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 3000) return date;
        } catch (DateTimeException _) {
            // Told below.
        }
        throw invalid(name, "must be a date, for example 2026-11-24");
    }

    private static ProblemException invalid(String name, String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message + ".")
                .field(name, message));
    }

    /** RFC 4180: a line of names, then the rows. */
    private static <R extends Record> String csv(Class<R> type, List<R> rows) {
        var columns = type.getRecordComponents();
        return Stream.concat(
                        Stream.of(Arrays.stream(columns)
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(","))),
                        rows.stream()
                                .map(row -> Arrays.stream(columns)
                                        .map(column -> cell(value(column, row)))
                                        .collect(Collectors.joining(","))))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static @Nullable Object value(RecordComponent column, Record row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        var text = value.toString();
        // A spreadsheet would reckon with a name that begins like a formula.
        if (value instanceof String && text.matches("(?s)[=+\\-@\\t\\r].*")) text = "'" + text;
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
