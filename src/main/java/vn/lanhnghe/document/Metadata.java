package vn.lanhnghe.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** The XMP packet of a document: what PDF/A-2a and PDF/UA-1 ask for, and the enclosures with the description PDF/A asks for. */
final class Metadata {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String MAKER = "Lành Nghề";

    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:description><dc:language><rdf:Bag><rdf:li>%3$s</rdf:li></rdf:Bag></dc:language></rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>%4$s</xmp:CreatorTool><xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%4$s</pdf:Producer></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the document follows</pdfaProperty:description></rdf:li>
            </rdf:Seq></pdfaSchema:property></rdf:li>
            %6$s</rdf:Bag></pdfaExtension:schemas></rdf:Description>
            %7$s</rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private static final String SCHEMA = """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Texts enclosed for machines</pdfaSchema:schema><pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>enclosed</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
            %s</rdf:Seq></pdfaSchema:property></rdf:li>
            """;

    private static final String PROPERTY = """
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>%s</pdfaProperty:description></rdf:li>
            """;

    private static final String TEXTS = """
            <rdf:Description rdf:about="" xmlns:enclosed="%s">%s</rdf:Description>
            """;

    private Metadata() {}

    /** Takes title, description and language from the document itself, where the page's head has put them. */
    static void write(PDDocument document, List<Enclosure> enclosures, Instant at) throws IOException {
        var info = document.getDocumentInformation();
        var title = info.getTitle();
        var description = info.getSubject();
        if (title == null || title.isBlank() || description == null || description.isBlank()) {
            throw new IllegalArgumentException(
                    "a document names itself: <title> and <meta name=\"description\"> in its head, found “%s” and “%s”"
                            .formatted(title, description));
        }
        var time = at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS);
        info.setCreator(MAKER);
        info.setProducer(MAKER);
        info.setCreationDate(GregorianCalendar.from(time));
        info.setModificationDate(GregorianCalendar.from(time));
        var packet = PACKET.formatted(
                escaped(title),
                escaped(description),
                escaped(document.getDocumentCatalog().getLanguage()),
                MAKER,
                time.toOffsetDateTime(),
                schema(enclosures),
                texts(enclosures));
        var stream = new PDMetadata(document);
        stream.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(stream);
    }

    private static String schema(List<Enclosure> enclosures) {
        var properties = new StringBuilder();
        for (var it : enclosures) {
            properties.append(PROPERTY.formatted(it.name(), escaped(it.description())));
        }
        return enclosures.isEmpty() ? "" : SCHEMA.formatted(Enclosure.NAMESPACE, properties);
    }

    private static String texts(List<Enclosure> enclosures) {
        var texts = new StringBuilder();
        for (var it : enclosures) {
            texts.append("<enclosed:%1$s>%2$s</enclosed:%1$s>".formatted(it.name(), escaped(it.text())));
        }
        return enclosures.isEmpty() ? "" : TEXTS.formatted(Enclosure.NAMESPACE, texts);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }
}
