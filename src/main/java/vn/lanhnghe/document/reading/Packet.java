package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.lanhnghe.document.Enclosure;

/** The XMP packet of a stranger's PDF: only what we enclose is looked for, written as elements or as attributes. */
final class Packet {

    private static final int LONGEST = 1_000_000;

    private Packet() {}

    /** Enclosures by name; none where the packet is missing, too long or broken. */
    static Map<String, String> enclosures(PDDocument document) throws IOException {
        var stream = document.getDocumentCatalog().getMetadata();
        if (stream == null) {
            return Map.of();
        }
        try (var in = stream.exportXMPMetadata()) {
            var packet = in.readNBytes(LONGEST + 1);
            return packet.length > LONGEST ? Map.of() : enclosures(packet);
        }
    }

    private static Map<String, String> enclosures(byte[] packet) throws IOException {
        var found = new LinkedHashMap<String, String>();
        try {
            var all = builder().parse(new java.io.ByteArrayInputStream(packet)).getElementsByTagName("*");
            for (var i = 0; i < all.getLength(); i++) {
                if (all.item(i) instanceof Element element) {
                    collect(element, found);
                }
            }
        } catch (SAXException e) {
            return Map.of();
        }
        return found;
    }

    private static void collect(Element element, Map<String, String> found) {
        if (Enclosure.NAMESPACE.equals(element.getNamespaceURI())) {
            found.putIfAbsent(element.getLocalName(), element.getTextContent());
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (Enclosure.NAMESPACE.equals(attribute.getNamespaceURI())) {
                found.putIfAbsent(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
    }

    /** Deaf to document types and so to everything that would be fetched or multiplied. */
    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
